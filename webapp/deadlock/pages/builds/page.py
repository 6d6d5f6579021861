"""Puts the Builds tab together for a player, and the chosen moment or span."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.builds.extras import Extras, extras_of
from webapp.deadlock.pages.builds.inventories import SideInventories, inventories_at
from webapp.deadlock.pages.builds.lanes import Lanes, lanes_of
from webapp.deadlock.pages.builds.published import PublishedView, published_view
from webapp.deadlock.pages.builds.rows import (
    ItemRow,
    SkillRow,
    SkillStep,
    item_rows,
    skill_rows,
    skill_steps,
)
from webapp.deadlock.pages.builds.shelves import Shelf, chosen_slot, shelves_of
from webapp.deadlock.pages.builds.spending import spending_of
from webapp.deadlock.pages.builds.timeline import Timeline, timeline_of
from webapp.deadlock.pages.charts import LineChart, chart_at, place_x
from webapp.deadlock.pages.demo import DemoCastsView, demo_casts
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, Moment, clock, frame_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.builds import load_builds

TIMELINES_HELD = 128


@dataclass(frozen=True, slots=True)
class Band:
    """The chosen span on the charts, in per cent."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class PlayerLink:
    """One player to choose."""

    slot: int
    side: str
    hero: str
    letters: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class PlayerBuild:
    """The chosen player's build."""

    slot: int
    side: str
    hero: str
    letters: str
    player: str | None
    heading: str
    timeline: Timeline
    spending: LineChart | None
    items: tuple[ItemRow, ...]
    item_count: int
    skills: tuple[SkillRow, ...]
    steps: tuple[SkillStep, ...]
    published: PublishedView | None
    timed: bool
    odd_flags: bool


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """The Builds tab; `follows` is the moment it shows, None for the whole match."""

    frame: Frame
    tab: str
    follows: int | None
    shown: str
    cursor: float | None
    band: Band | None
    lanes: Lanes
    players: tuple[PlayerLink, ...]
    build: PlayerBuild | None
    inventories: tuple[SideInventories, ...]
    inventories_heading: str
    extras: Extras
    benchmark_matches: int
    terms: dict[str, Term]
    demo: DemoCastsView | None


def builds_page(
    match_id: int, moment: Moment, player: int | None = None, version: str | None = None
) -> BuildsPage | None:
    """Give the Builds of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *FRAME_SLICES, "builds", "demo_casts", version=version)
    if loaded is None:
        return None
    duration_s, shelves, usual = loaded.row.duration_s, shelves_of(loaded), load_benchmarks()
    slot = chosen_slot(loaded, player)
    at_s = duration_s if moment.at is None else min(moment.at, duration_s)
    return BuildsPage(
        frame=frame_of(loaded, "builds", moment),
        tab="builds",
        follows=None if moment.span else moment.at,
        shown=_shown(moment),
        cursor=None if moment.span or moment.at is None else place_x(at_s, duration_s),
        band=_band(moment, duration_s),
        lanes=lanes_of(loaded),
        players=tuple(_link(shelf, moment, slot) for shelf in shelves.values()),
        build=None if slot is None else _build(loaded, shelves[slot], moment, usual),
        inventories=inventories_at(loaded, moment, at_s),
        inventories_heading=_inventories_heading(moment),
        extras=extras_of(loaded, shelves, slot),
        benchmark_matches=usual.matches,
        terms={key: term for key, term in TERMS.items() if key.startswith("build-")},
        demo=demo_casts(loaded, moment),
    )


def _shown(moment: Moment) -> str:
    if moment.span:
        return f"from {clock(moment.span[0])} to {clock(moment.span[1])}"
    return "the whole match" if moment.at is None else f"by {clock(moment.at)}"


def _inventories_heading(moment: Moment) -> str:
    if moment.span:
        return f"Bought from {clock(moment.span[0])} to {clock(moment.span[1])}"
    return "Owned at the end" if moment.at is None else f"Owned at {clock(moment.at)}"


def _band(moment: Moment, duration_s: int) -> Band | None:
    if moment.span is None:
        return None
    x, end_x = (place_x(second, duration_s) for second in moment.span)
    return Band(x, round(end_x - x, 2))


def _link(shelf: Shelf, moment: Moment, slot: int | None) -> PlayerLink:
    href = f"?player={shelf.slot}{moment.query.replace('?', '&')}"
    return PlayerLink(shelf.slot, shelf.side, shelf.hero, shelf.letters, href, shelf.slot == slot)


@lru_cache(maxsize=TIMELINES_HELD)
def _timeline(loaded: Sources, slot: int) -> Timeline:
    return timeline_of(shelves_of(loaded)[slot], loaded.row.duration_s)


@lru_cache(maxsize=TIMELINES_HELD)
def _still_spending(loaded: Sources, slot: int) -> LineChart | None:
    return spending_of(shelves_of(loaded)[slot], loaded.row.duration_s)


def _spending(loaded: Sources, slot: int, moment: Moment) -> LineChart | None:
    chart = _still_spending(loaded, slot)
    return chart_at(chart, moment.at, moment.span) if chart else None


def _build(loaded: Sources, shelf: Shelf, moment: Moment, usual: Benchmarks) -> PlayerBuild:
    named = loaded.slices["builds"].published
    kept = load_builds(loaded.row.match_id) if named else {}
    row = next(row for row in loaded.slices["scoreboard"].rows if row.slot == shelf.slot)
    items = item_rows(shelf, moment, usual)
    return PlayerBuild(
        slot=shelf.slot,
        side=shelf.side,
        hero=shelf.hero,
        letters=shelf.letters,
        player=loaded.people.get(row.account_id) if row.account_id else None,
        heading=f"{shelf.hero}’s build",
        timeline=_timeline(loaded, shelf.slot),
        spending=_spending(loaded, shelf.slot, moment),
        items=items,
        item_count=len(shelf.bought),
        skills=skill_rows(shelf),
        steps=skill_steps(shelf),
        published=published_view(loaded, shelf, kept),
        timed=any(item.usual_n for item in items),
        odd_flags=any(item.flags for item in items),
    )
