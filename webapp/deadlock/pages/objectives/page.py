"""Puts the Objectives tab together for the chosen moment or span."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.charts import place_x
from webapp.deadlock.pages.demo import DemoBossesView, demo_bosses
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, Moment, clock, frame_of
from webapp.deadlock.pages.objectives.bosses import Boss, bosses_at
from webapp.deadlock.pages.objectives.ladder import Ladder, ladder_of
from webapp.deadlock.pages.objectives.state import Left, StateMap, left_at, map_at
from webapp.deadlock.pages.objectives.table import Group, groups_at
from webapp.deadlock.pages.objectives.words import seen_at, shown
from webapp.deadlock.pages.sources import load_sources


@dataclass(frozen=True, slots=True)
class Band:
    """The chosen span on the ladder, in per cent."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class ObjectivesPage:
    """The Objectives tab; `follows` is the moment it shows, None for the whole match."""

    frame: Frame
    tab: str
    follows: int | None
    shown: str
    at_s: int
    clock: str
    cursor: float | None
    band: Band | None
    ladder: Ladder
    left: tuple[Left, ...]
    map: StateMap
    groups: tuple[Group, ...]
    bosses: tuple[Boss, ...]
    boss_count: int
    splits: bool
    positions: bool
    terms: dict[str, Term]
    demo: DemoBossesView | None


def objectives_page(
    match_id: int, moment: Moment, version: str | None = None
) -> ObjectivesPage | None:
    """Give the Objectives of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *FRAME_SLICES, "objectives", "demo_bosses", version=version)
    if loaded is None:
        return None
    duration_s, story = loaded.row.duration_s, loaded.slices["objectives"]
    at_s = seen_at(moment, duration_s)
    return ObjectivesPage(
        frame=frame_of(loaded, "objectives", moment),
        tab="objectives",
        follows=None if moment.span else moment.at,
        shown=shown(moment),
        at_s=at_s,
        clock=clock(at_s),
        cursor=None if moment.span or moment.at is None else place_x(at_s, duration_s),
        band=_band(moment, duration_s),
        ladder=ladder_of(loaded),
        left=left_at(loaded, at_s),
        map=map_at(loaded, at_s),
        groups=groups_at(loaded, moment),
        bosses=bosses_at(loaded, moment),
        boss_count=len(story.mid_bosses),
        splits=any(one.spirit_damage is not None for one in story.buildings),
        positions=loaded.row.paths_key is not None,
        terms={key: term for key, term in TERMS.items() if key.startswith("objective-")},
        demo=demo_bosses(loaded, moment),
    )


def _band(moment: Moment, duration_s: int) -> Band | None:
    if moment.span is None:
        return None
    x, end_x = (place_x(second, duration_s) for second in moment.span)
    return Band(x, round(end_x - x, 2))
