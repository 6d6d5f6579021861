"""Puts the Laning tab together from stored slices, at 9:00 or over what was chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.analysis.laning import (
    LANING_ENDS_S,
    Lanes,
    Standing,
    Stretch,
    standing_over,
)
from webapp.deadlock.domain.records.match import has_lanes
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.combat.links import Choice
from webapp.deadlock.pages.combat.spans import snapped
from webapp.deadlock.pages.demo import DemoGuardiansView, demo_guardians, guardians_by_lane
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.deadlock.pages.laning.course import SHOWN_S, course_chart
from webapp.deadlock.pages.laning.duel import Duel, duel_of
from webapp.deadlock.pages.laning.happened import (
    GuardianLine,
    KillLine,
    guardian_lines,
    happened_in,
    health_line,
    kill_lines,
)
from webapp.deadlock.pages.laning.stretch import exact_of, exactly, stretch_of, times_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import LineChart, clock
from webapp.matchroom.moment import Moment, on_chart
from webapp.matchroom.panels import Panel

WORDS = ("lane-verdict", "lane-guardian", "lane-players")
OFFERED_S = (180, 360, 540, 720, 900)
CHARTS_HELD = 32


@dataclass(frozen=True, slots=True)
class LaneView:
    """One lane: the duel, what happened in it, when its Guardians were hurt and fell.

    `demo` says what health they had left, where a demo told it.
    """

    duel: Duel
    kills: tuple[KillLine, ...]
    guardians: tuple[GuardianLine, ...]
    demo: GuardianLine | None


@dataclass(frozen=True, slots=True)
class Laning:
    """Everything the tab shows of a match with lanes; `sampled` says when other samples differ.

    `csv` is the address of the same figures as a table; `demo` is there where a demo told what
    health Guardians had.
    """

    shown: str
    until: str
    sampled: str
    late: bool
    lanes: tuple[LaneView, ...]
    chart: LineChart
    moments: tuple[Choice, ...]
    csv: str
    demo: DemoGuardiansView | None


@dataclass(frozen=True, slots=True)
class LaningPage:
    """The Laning tab of one match; `laning` is None where nobody was sent to a lane."""

    frame: Frame
    tab: str
    follows: int | str | None
    laning: Laning | None
    why: str
    terms: dict[str, Term]


def laning_page(match_id: int, moment: Moment, version: str | None = None) -> LaningPage | None:
    """Give the Laning tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *LANING.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "laning", moment)
    lanes: Lanes = loaded.slices["lanes"]
    known = bool(lanes.players and loaded.slices["moments"].samples and not _brawl(loaded))
    return LaningPage(
        frame=frame,
        tab="laning",
        follows=moment.second,
        laning=_laning(loaded, moment, f"{frame.url}/laning") if known else None,
        why=_why(loaded),
        terms={key: TERMS[key] for key in WORDS},
    )


def _why(loaded: Sources) -> str:
    if _brawl(loaded):
        return "Street Brawl is played without lanes."
    if not has_lanes(loaded.row.game_mode):
        return f"What lanes there are in the mode “{loaded.row.game_mode}” is not known here."
    if not loaded.slices["moments"].samples:
        return "The body of this match has no snapshots."
    return "The body of this match does not say who was sent to which lane."


def _brawl(loaded: Sources) -> bool:
    return loaded.row.game_mode == "Street Brawl"


def _laning(loaded: Sources, moment: Moment, url: str) -> Laning:
    lanes: Lanes = loaded.slices["lanes"]
    stretch, shown = stretch_of(loaded, lanes, moment)
    moments, events = loaded.slices["moments"], loaded.slices["events"]
    standing = standing_over(lanes, events, moments, stretch, exact_of(stretch, moment))
    chart = _chart(loaded, url, _reach(loaded, max(stretch.to_s, moment.at or 0)))
    return Laning(
        shown=shown,
        until=clock(stretch.to_s),
        sampled=_sampled(lanes, stretch),
        late=stretch.to_s > OFFERED_S[-1],
        lanes=_views(loaded, standing, moment),
        chart=on_chart(chart, moment),
        moments=_offered(loaded, stretch, moment, url),
        csv=f"{url_of(loaded.row.match_id)}/tables/laning.csv{moment.query}",
        demo=demo_guardians(loaded),
    )


def _reach(loaded: Sources, at_s: int) -> int:
    """Give the first sample that is not before a second: as far as the chart goes."""
    return next((one for one in times_of(loaded) if one >= at_s), loaded.row.duration_s)


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    reach = _reach(loaded, max(moment.at or 0, SHOWN_S))
    exact = exact_of(Stretch(0, loaded.slices["lanes"].ends_s), moment)
    return snapped(times_of(loaded), moment), reach, happened_in(loaded, exact)


LANING = Panel("laning", (*FRAME_SLICES, "lanes", "moments", "demo_bosses"), _shows)


def _sampled(lanes: Lanes, stretch: Stretch) -> str:
    """Say where the damage matrix was sampled, when that is not where the figures are."""
    if lanes.trades is None:
        return "The body of this match has no damage matrix, so damage in the lane is not known."
    first, last = (lanes.trades.sampled_at(at_s) for at_s in (stretch.from_s, stretch.to_s))
    if (first, last) == (stretch.from_s, stretch.to_s):
        return ""
    return f"Damage in the lane is known from {clock(first)} to {clock(last)}."


def _views(loaded: Sources, standing: Standing, moment: Moment) -> tuple[LaneView, ...]:
    """Show every lane; what happened leads to the map, for the samples are too coarse for it."""
    there = f"{url_of(loaded.row.match_id)}/map"
    board = loaded.slices["scoreboard"].rows
    heroes = {row.slot: loaded.names.hero(row.hero_id).name for row in board}
    sides = {row.slot: row.side for row in board}
    accounts = {row.slot: row.account_id for row in board}
    lanes, guarded = loaded.slices["lanes"], guardians_by_lane(loaded)
    exact = exactly(standing.stretch, moment)
    ends = (moment.clocks[1] if moment.span else moment.clock) if exact else ""
    return tuple(
        LaneView(
            duel=duel_of(verdict, standing.players, loaded.names, accounts, exact),
            kills=kill_lines(verdict, heroes, sides, there),
            guardians=guardian_lines(lanes, verdict.lane, standing.exact, there),
            demo=health_line(guarded, verdict.lane, standing.exact, ends),
        )
        for verdict in standing.verdicts
    )


def _offered(loaded: Sources, stretch: Stretch, moment: Moment, url: str) -> tuple[Choice, ...]:
    """Offer the samples of the laning phase."""
    known = set(times_of(loaded))
    return tuple(
        Choice(
            clock(at_s),
            url if at_s == LANING_ENDS_S else f"{url}?t={at_s}",
            not moment.span and stretch.to_s == at_s,
        )
        for at_s in OFFERED_S
        if at_s in known
    )


@holding(CHARTS_HELD)
def _chart(loaded: Sources, url: str, to_s: int) -> LineChart:
    return course_chart(
        loaded.slices["lanes"],
        loaded.slices["moments"],
        to_s=to_s,
        duration_s=loaded.row.duration_s,
        url=url,
    )
