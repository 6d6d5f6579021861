"""What every address of a match shares: its rule, and the answer."""

from __future__ import annotations

from typing import Final

from flask import Response

from webapp.core.pages import send, wanted_kind
from webapp.dota2.pages.frame import FRAMING
from webapp.dota2.pages.sources import load_sources, shown_of
from webapp.dota2.pages.unknown import unknown_match_page
from webapp.matchroom.answering import MatchPages
from webapp.matchroom.unknown import LAST_GENERATED

MATCH: Final = "/matches/<int(min=1,max=9223372036854775807):match_id>"


def _send_unknown(match_id: int) -> Response:
    """Answer a reader with a page that has a next step, a program with a plain 404."""
    unknown = unknown_match_page(match_id)
    found = match_id > LAST_GENERATED and wanted_kind("unknown") != "json"
    status = 200 if found else 404
    return send("dota2/unknown.html", page=unknown, part="unknown", status=status)


PAGES: Final = MatchPages("dota2/match.html", shown_of, load_sources, FRAMING, _send_unknown)
send_match = PAGES.send
