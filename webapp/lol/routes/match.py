"""What every address of a match shares: its rule, and the answer."""

from __future__ import annotations

from flask import Response

from webapp.core.pages import send, wanted_kind
from webapp.lol.domain.door import is_generated
from webapp.lol.pages.frame import FRAMING
from webapp.lol.pages.sources import load_sources, shown_of
from webapp.lol.pages.unknown import unknown_match_page
from webapp.matchroom.answering import MatchPages, chosen_moment

MATCH = "/matches/<lol_match:match_id>"


def send_unknown(match_id: str) -> Response:
    """Answer a reader with a page that has a next step, a program with a plain 404."""
    unknown = unknown_match_page(match_id)
    found = not is_generated(match_id) and wanted_kind("unknown") != "json"
    return send("lol/unknown.html", page=unknown, part="unknown", status=200 if found else 404)


PAGES = MatchPages("lol/match.html", shown_of, load_sources, FRAMING, send_unknown)
send_match = PAGES.send

__all__ = ["MATCH", "PAGES", "chosen_moment", "send_match", "send_unknown"]
