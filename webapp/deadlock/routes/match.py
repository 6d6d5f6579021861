"""What every address of a match shares: its rule, the chosen moment, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response, abort, request

from webapp.core.pages import send, send_finished, wanted_kind
from webapp.deadlock.pages.frame import Moment
from webapp.deadlock.pages.sources import page_version
from webapp.deadlock.pages.unknown import LAST_GENERATED, unknown_match_page

MATCH = "/matches/<int(min=1,max=9223372036854775807):match_id>"
LONGEST_S = 24 * 3600
LONGEST_NUMBER = 6


def chosen_moment() -> Moment:
    """Read the moment or span from the URL; what makes no sense is as good as none."""
    at = _second("t")
    first, last = _second("from"), _second("to")
    if first is not None and last is not None and first < last:
        return Moment(at, (first, last))
    return Moment(at)


def send_match(
    match_id: int,
    page: Callable[[str], Any],
    *,
    part_reads: str | None = None,
    also: str = "",
) -> Response:
    """Answer with a tab of a match, or with how things stand when it is not kept here.

    `page` gets the version of the match's facts; `also` names what else the tab shows that changes
    by itself, such as a benchmark or a model. `part_reads` is that of `send_finished`.
    """
    version = page_version(match_id)
    if version is None:
        return _send_unknown(match_id)
    return send_finished(
        f"{version}|{also}",
        "deadlock/match.html",
        page=lambda: page(version) or abort(404),
        part="panel",
        part_reads=part_reads,
    )


def _send_unknown(match_id: int) -> Response:
    """Answer a reader with a page that has a next step, a program with a plain 404."""
    unknown = unknown_match_page(match_id)
    found = match_id > LAST_GENERATED and wanted_kind("unknown") != "json"
    status = 200 if found else 404
    return send("deadlock/unknown.html", page=unknown, part="unknown", status=status)


def _second(name: str) -> int | None:
    text = request.args.get(name, "")
    whole, _, _ = text.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= LONGEST_NUMBER):
        return None
    return min(int(whole), LONGEST_S)
