"""What every address of a match shares: the chosen moment, and the answer to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, abort, current_app, request

from webapp.core.pages import Drawn, draw_part, send_finished
from webapp.matchplay.frame import Frame
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Around, Panel, filled_panel
from webapp.matchroom.sources import Shown

PART = "panel"
LONGEST_S = 24 * 3600
LONGEST_NUMBER = 6


def chosen_moment() -> Moment:
    """Read the moment or span from the URL; what makes no sense is as good as none."""
    if not request.query_string:
        return Moment()
    at = _second("t")
    first, last = _second("from"), _second("to")
    if first is not None and last is not None and first < last:
        return Moment(at, (first, last))
    return Moment(at)


@dataclass(frozen=True, slots=True)
class MatchPages:
    """How one game answers the addresses of its matches; one for each game.

    `shown` and `load` are those of the game's `HeldSources`, `frame` its `Framing.frame`;
    `unknown` answers for a match that is not kept here.
    """

    template: str
    shown: Callable[[Any], Shown | None]
    load: Callable[..., Any]
    frame: Callable[[Any, str, Moment], Frame]
    unknown: Callable[[Any], Response]

    def send(
        self,
        match_id: int | str,
        page: Callable[[str, Moment], Any],
        *,
        panel: Panel | None = None,
        part_reads: str | None = None,
        also: str = "",
    ) -> Response:
        """Answer with a tab of a match, or with how things stand when it is not kept here.

        `page` gets the version of the match's facts and the moment to show; `panel` says which
        moments look the same on the tab. `also` names what else the tab shows that changes by
        itself, such as a benchmark or a model. `part_reads` is that of `send_finished`.
        """
        shown = self.shown(match_id)
        if shown is None:
            return self.unknown(match_id)
        moment = chosen_moment().within(shown.length_s)

        def found(at: Moment) -> Any:
            return page(shown.version, at) or abort(404)

        return send_finished(
            f"{shown.version}|{also}",
            self.template,
            page=lambda: found(moment),
            part=PART,
            part_reads=part_reads,
            drawn=self._drawn(panel, match_id, shown.version, moment, also=also, page=found)
            if panel
            else None,
        )

    def _drawn(  # noqa: PLR0913 - all that a panel depends on
        self,
        panel: Panel,
        match_id: int | str,
        version: str,
        moment: Moment,
        *,
        also: str,
        page: Callable[[Moment], Any],
    ) -> Drawn:
        def loaded() -> Any:
            return self.load(match_id, *panel.slices, version=version) or abort(404)

        def part() -> bytes:
            release = current_app.extensions["guildhall.release"]
            return filled_panel(
                panel,
                loaded(),
                moment,
                request.args,
                key=(self.template, release, also, version, match_id),
                draw=lambda open_moment: draw_part(self.template, PART, page(open_moment)),
            )

        def around() -> Around:
            return Around(self.frame(loaded(), panel.tab, panel.stands_at(moment)), panel.tab)

        return Drawn(part, around)


def _second(name: str) -> int | None:
    text = request.args.get(name, "")
    whole, _, _ = text.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= LONGEST_NUMBER):
        return None
    return min(int(whole), LONGEST_S)
