"""Puts the Laning tab together from stored slices, at 14:00 or over what was chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.laning import MARKS_S
from webapp.lol.domain.analysis.moments import Moments
from webapp.lol.domain.modes import RIFT
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.cut import Cut, cut_of
from webapp.lol.pages.economy.asked import Choice
from webapp.lol.pages.frame import FRAME_SLICES, Frame, clock, frame_of
from webapp.lol.pages.laning.course import SHOWN_S, course_chart
from webapp.lol.pages.laning.duel import Duel, bottom_said, duel_of
from webapp.lol.pages.laning.standing import lane_cut, verdicts_over
from webapp.lol.pages.overview.page import can_fetch_timeline
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows
from webapp.matchplay.charts import LineChart
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

CHARTS_HELD = 32
WORDS = ("lane-verdict", "lane-opponent", "lane-solo", "lane-plates")


@dataclass(frozen=True, slots=True)
class Lanes:
    """Everything the tab shows of a match with lanes.

    `bottom` judges the bottom lane as two against two: side, words, margin. `late` says that
    the lanes are long over by then.
    """

    shown: str
    late: bool
    worked_out: bool
    duels: tuple[Duel, ...]
    bottom: tuple[str, str, str] | None
    chart: LineChart
    moments: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LaningPage:
    """The Laning tab of one match; `lanes` is None with the reason in `why`."""

    frame: Frame
    tab: str
    follows: int | str | None
    lanes: Lanes | None
    why: str
    no_timeline: bool
    has_timeline: bool
    can_fetch: bool
    csv: dict[str, str]
    terms: dict[str, Term]


def laning_page(match_id: str, moment: Moment, version: str | None = None) -> LaningPage | None:
    """Give the Laning tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *LANING.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "laning", moment)
    lanes = _lanes(loaded, moment, f"{frame.url}/laning")
    return LaningPage(
        frame=frame,
        tab="laning",
        follows=follows(moment),
        lanes=lanes,
        why="" if lanes else _why(loaded),
        no_timeline=not loaded.slices["moments"].at_s,
        has_timeline=loaded.slices["scoreboard"].has_timeline,
        can_fetch=can_fetch_timeline(loaded),
        csv=csv_links(frame.url, {"laning": moment.query}),
        terms={key: TERMS[key] for key in WORDS},
    )


def _why(loaded: Sources) -> str:
    if loaded.slices["scoreboard"].mode != RIFT:
        return "This mode is played without lanes of its own for each player."
    return "The body of this match does not say who played which role."


def _lanes(loaded: Sources, moment: Moment, url: str) -> Lanes | None:
    moments: Moments = loaded.slices["moments"]
    board = loaded.slices["scoreboard"]
    if board.mode != RIFT or not moments.at_s:
        return None
    cut, seats = lane_cut(moments, moment), seats_of(loaded)
    verdicts = verdicts_over(moments, loaded.slices["events"], cut)
    if not verdicts and not any(row.role for row in board.rows):
        return None
    chart = _chart(loaded, url, _reach(loaded, moment))
    return Lanes(
        shown=cut.said,
        late=cut.to_s > SHOWN_S,
        worked_out=any(row.role_worked_out for row in board.rows),
        duels=tuple(duel_of(one, seats) for one in verdicts),
        bottom=bottom_said(verdicts),
        chart=on_chart(chart, moment),
        moments=_offered(moments, cut, moment, url),
    )


def _offered(moments: Moments, cut: Cut, moment: Moment, url: str) -> tuple[Choice, ...]:
    """Offer both marks, as far as the match went."""
    found = []
    for mark in MARKS_S:
        frame = moments.nearest(mark)
        if frame is not None and moments.at_s[-1] >= mark:
            at_s = moments.at_s[frame]
            href = url if mark == MARKS_S[-1] else f"{url}?t={at_s}"
            found.append(Choice(clock(mark), href, not moment.span and cut.last == frame))
    return tuple(found)


def _reach(loaded: Sources, moment: Moment) -> int:
    """Give the first frame that is not before what is shown: as far as the chart goes."""
    furthest = max(SHOWN_S, moment.at or 0, moment.span[1] if moment.span else 0)
    times = loaded.slices["moments"].at_s
    return next((one for one in times if one >= furthest), loaded.row.duration_s)


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    cut = cut_of(loaded.slices["moments"], moment)
    return cut.first, cut.last, _reach(loaded, moment)


@holding(CHARTS_HELD)
def _chart(loaded: Sources, url: str, to_s: int) -> LineChart:
    moments = loaded.slices["moments"]
    return course_chart(moments, to_s=to_s, duration_s=loaded.row.duration_s, url=url)


LANING = Panel("laning", (*FRAME_SLICES, "moments"), _shows)
