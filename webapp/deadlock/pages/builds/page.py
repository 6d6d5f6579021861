"""Puts the Builds tab together for a player, and the chosen moment or span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from webapp.core.forms import blank
from webapp.core.holding import holding
from webapp.deadlock.domain.benchmarks import Benchmarks
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.builds.extras import Extras, extras_of
from webapp.deadlock.pages.builds.inventories import SideInventories, heading_of, shown_said
from webapp.deadlock.pages.builds.lanes import Lanes, lanes_of
from webapp.deadlock.pages.builds.panel import (
    BUILDS,
    CASTS,
    MODIFIERS,
    OWNED,
    TIMED,
    narrowing,
    owned_at,
)
from webapp.deadlock.pages.builds.published import PublishedView, published_view
from webapp.deadlock.pages.builds.rows import (
    ItemRow,
    SkillRow,
    SkillStep,
    item_rows,
    learnt_by,
    skill_rows,
    skill_steps,
)
from webapp.deadlock.pages.builds.shelves import Shelf, chosen_slot, shelves_of
from webapp.deadlock.pages.builds.spending import spending_of
from webapp.deadlock.pages.builds.timeline import Timeline, timeline_of
from webapp.deadlock.pages.demo import (
    DemoCastsView,
    DemoItemsView,
    DemoModifiersView,
    demo_casts,
    demo_items,
    demo_modifiers,
)
from webapp.deadlock.pages.frame import Frame, frame_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.builds import load_builds
from webapp.matchplay.charts import LineChart
from webapp.matchplay.charts.view import SpanView
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment, on_chart

TIMELINES_HELD = 32
V = TypeVar("V")


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
    step_count: int
    published: PublishedView | None
    timed: bool
    odd_flags: bool


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """The Builds tab; `follows` is the moment it shows, None for the whole match."""

    frame: Frame
    tab: str
    follows: int | str | None
    shown: str
    cursor: float | str | None
    band: SpanView | None
    lanes: Lanes
    players: tuple[PlayerLink, ...]
    build: PlayerBuild | None
    inventories: tuple[SideInventories, ...] | str
    inventories_heading: str
    extras: Extras
    benchmark_matches: int
    terms: dict[str, Term]
    demo: DemoCastsView | str | None
    demo_items: DemoItemsView | str | None
    demo_modifiers: DemoModifiersView | str | None
    csv: dict[str, str]


def builds_page(
    match_id: int, moment: Moment, player: int | None = None, version: str | None = None
) -> BuildsPage | None:
    """Give the Builds of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *BUILDS.slices, version=version)
    if loaded is None:
        return None
    duration_s, shelves, usual = loaded.row.duration_s, shelves_of(loaded), load_benchmarks()
    slot, frame = chosen_slot(loaded, player), frame_of(loaded, "builds", moment)
    return BuildsPage(
        frame=frame,
        tab="builds",
        follows=None if moment.span else moment.second,
        shown=shown_said(moment),
        cursor=None if moment.span or moment.at is None else moment.x(duration_s),
        band=moment.band(duration_s) if moment.span else None,
        lanes=lanes_of(loaded),
        players=tuple(_link(shelf, moment, slot) for shelf in shelves.values()),
        build=None if slot is None else _build(loaded, shelves[slot], moment, usual),
        inventories=blank(OWNED) if moment.open else owned_at(loaded, moment),
        inventories_heading=heading_of(moment),
        extras=extras_of(loaded, shelves, slot, moment),
        benchmark_matches=usual.matches,
        terms={key: term for key, term in TERMS.items() if key.startswith("build-")},
        demo=_left_open(CASTS, demo_casts(loaded, moment), moment),
        demo_items=_left_open(TIMED, demo_items(loaded, moment, slot), moment),
        demo_modifiers=_left_open(MODIFIERS, demo_modifiers(loaded, moment, slot), moment),
        csv=csv_links(frame.url, narrowing(moment, slot)),
    )


def _left_open(name: str, view: V | None, moment: Moment) -> V | str | None:
    return blank(name) if view and moment.open else view


def _link(shelf: Shelf, moment: Moment, slot: int | None) -> PlayerLink:
    href = f"?player={shelf.slot}{moment.query.replace('?', '&')}"
    return PlayerLink(shelf.slot, shelf.side, shelf.hero, shelf.letters, href, shelf.slot == slot)


@holding(TIMELINES_HELD)
def _timeline(loaded: Sources, slot: int) -> Timeline:
    return timeline_of(shelves_of(loaded)[slot], loaded.row.duration_s)


@holding(TIMELINES_HELD)
def _still_spending(loaded: Sources, slot: int) -> LineChart | None:
    return spending_of(shelves_of(loaded)[slot], loaded.row.duration_s)


def _spending(loaded: Sources, slot: int, moment: Moment) -> LineChart | None:
    chart = _still_spending(loaded, slot)
    return on_chart(chart, moment, both=True) if chart else None


def _build(loaded: Sources, shelf: Shelf, moment: Moment, usual: Benchmarks) -> PlayerBuild:
    named = loaded.slices["builds"].published
    kept = load_builds(loaded.row.match_id) if named else {}
    row = next(row for row in loaded.slices["scoreboard"].rows if row.slot == shelf.slot)
    items = item_rows(shelf, moment, usual, loaded.row.match_id)
    learnt = learnt_by(shelf, moment)
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
        skills=skill_rows(learnt),
        steps=skill_steps(learnt),
        step_count=len(shelf.learnt),
        published=published_view(loaded, shelf, kept, moment),
        timed=any(item.usual_n for item in items),
        odd_flags=any(item.flags for item in items),
    )
