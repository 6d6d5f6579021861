"""What every address of a match shares: its rule, the chosen moment, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response, abort, current_app, request

from webapp.core.pages import Drawn, draw_part, send, send_finished, wanted_kind
from webapp.deadlock.pages.frame import Moment
from webapp.deadlock.pages.panels import Panel, around_panel, filled_panel
from webapp.deadlock.pages.sources import shown_of
from webapp.deadlock.pages.unknown import LAST_GENERATED, unknown_match_page

MATCH = "/matches/<int(min=1,max=9223372036854775807):match_id>"
TEMPLATE, PART = "deadlock/match.html", "panel"
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
    page: Callable[[str, Moment], Any],
    *,
    panel: Panel | None = None,
    part_reads: str | None = None,
    also: str = "",
) -> Response:
    """Answer with a tab of a match, or with how things stand when it is not kept here.

    `page` gets the version of the match's facts and the moment to show; `panel` says which moments
    look the same on the tab. `also` names what else the tab shows that changes by itself, such as
    a benchmark or a model. `part_reads` is that of `send_finished`.
    """
    shown = shown_of(match_id)
    if shown is None:
        return _send_unknown(match_id)
    moment = chosen_moment().within(shown.length_s)

    def found(at: Moment) -> Any:
        return page(shown.version, at) or abort(404)

    return send_finished(
        f"{shown.version}|{also}",
        TEMPLATE,
        page=lambda: found(moment),
        part=PART,
        part_reads=part_reads,
        drawn=_drawn(panel, match_id, shown.version, moment, also=also, page=found)
        if panel
        else None,
    )


def _drawn(  # noqa: PLR0913 - all that a panel depends on
    panel: Panel,
    match_id: int,
    version: str,
    moment: Moment,
    *,
    also: str,
    page: Callable[[Moment], Any],
) -> Drawn:
    def part() -> bytes:
        filled = filled_panel(
            panel,
            match_id,
            moment,
            request.args,
            version=version,
            release=f"{current_app.extensions['guildhall.release']}|{also}",
            draw=lambda open_moment: draw_part(TEMPLATE, PART, page(open_moment)),
        )
        return abort(404) if filled is None else filled

    return Drawn(part, lambda: around_panel(panel, match_id, moment, version) or abort(404))


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
