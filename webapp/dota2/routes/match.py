"""What every address of a match shares: its rule, and the answer."""

from __future__ import annotations

from typing import Final

from flask import Response, abort

from webapp.dota2.pages.frame import frame_of
from webapp.dota2.pages.sources import load_sources, shown_of
from webapp.matchroom.answering import MatchPages

MATCH: Final = "/matches/<int(min=1,max=9223372036854775807):match_id>"


def _send_unknown(match_id: int) -> Response:
    abort(404, f"Match {match_id} is not analysed here.")


PAGES: Final = MatchPages("dota2/match.html", shown_of, load_sources, frame_of, _send_unknown)
send_match = PAGES.send
