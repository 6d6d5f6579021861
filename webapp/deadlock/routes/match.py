"""What every address of a match shares: its rule, and the answer."""

from __future__ import annotations

from flask import Response

from webapp.core.pages import send, wanted_kind
from webapp.deadlock.pages.frame import FRAMING
from webapp.deadlock.pages.sources import load_sources, shown_of
from webapp.deadlock.pages.unknown import unknown_match_page
from webapp.matchroom.answering import MatchPages, chosen_moment
from webapp.matchroom.unknown import LAST_GENERATED

MATCH = "/matches/<int(min=1,max=9223372036854775807):match_id>"


def _send_unknown(match_id: int) -> Response:
    """Answer a reader with a page that has a next step, a program with a plain 404."""
    unknown = unknown_match_page(match_id)
    found = match_id > LAST_GENERATED and wanted_kind("unknown") != "json"
    status = 200 if found else 404
    return send("deadlock/unknown.html", page=unknown, part="unknown", status=status)


PAGES = MatchPages("deadlock/match.html", shown_of, load_sources, FRAMING, _send_unknown)
send_match = PAGES.send

__all__ = ["MATCH", "PAGES", "chosen_moment", "send_match"]
