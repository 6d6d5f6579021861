"""What every address of a match shares: the chosen moment, and the answer to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Response, abort, current_app, request
from markupsafe import escape

from webapp.core.forms import blank
from webapp.core.pages import Drawn, draw_around, draw_part, send_finished
from webapp.matchroom.framing import Framing
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Around, Panel, filled_panel, filled_whole
from webapp.matchroom.sources import MovedOn, Shown

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

    `shown` and `load` are those of the game's `HeldSources`, `framing` its words;
    `unknown` answers for a match that is not kept here.
    """

    template: str
    shown: Callable[..., Shown | None]
    load: Callable[..., Any]
    framing: Framing
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
        send = partial(self._send, match_id, page, panel=panel, part_reads=part_reads, also=also)
        try:
            return send()
        except MovedOn:
            return send(newest=True)

    def _send(  # noqa: PLR0913 - all that was asked, and how new
        self,
        match_id: int | str,
        page: Callable[[str, Moment], Any],
        *,
        panel: Panel | None,
        part_reads: str | None,
        also: str,
        newest: bool = False,
    ) -> Response:
        shown = self.shown(match_id, newest=newest)
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
        release = current_app.extensions["guildhall.release"]
        key, of = (self.template, match_id), (release, also, version)
        at = panel.stands_at(moment)
        # A plain one: what is not asked for costs an exception in the request's own.
        asked = request.args.to_dict()

        def loaded() -> Any:
            return self.load(match_id, *panel.slices, version=version) or abort(404)

        def part() -> bytes:
            return filled_panel(
                panel,
                loaded(),
                moment,
                asked,
                key=key,
                of=of,
                draw=lambda opened: draw_part(self.template, PART, page(opened)),
            )

        def around(at: Moment = at) -> Around:
            return Around(self.framing.frame(loaded(), panel.tab, at), panel.tab)

        def whole(part: bytes) -> bytes | None:
            if at.at is None or at.span:
                return None
            return filled_whole(
                panel.tab,
                at,
                asked,
                key=key,
                of=of,
                strip=self.framing.strip(loaded(), panel.tab, at),
                words={"part": part, "query": escape(f"?{_query()}")},
                draw=lambda opened: draw_around(
                    self.template,
                    around(opened),
                    blank("part"),
                    json_url=f"{request.path}.json{blank('query')}",
                ),
            )

        return Drawn(part, around, whole)


def _query() -> str:
    return request.query_string.decode("ascii", "ignore")


def _second(name: str) -> int | None:
    text = request.args.get(name, "")
    whole, _, _ = text.partition(".")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= LONGEST_NUMBER):
        return None
    return min(int(whole), LONGEST_S)
