"""Puts the Objectives tab together for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from webapp.core.fragments import drawn
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.demo import DemoBossesView, demo_bosses
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.objectives.bosses import Boss, bosses_at
from webapp.deadlock.pages.objectives.ladder import Ladder, ladder_of
from webapp.deadlock.pages.objectives.state import SCENE, Left, StateMap, left_at, map_at, open_map
from webapp.deadlock.pages.objectives.table import Group, groups_at
from webapp.deadlock.pages.objectives.words import seen_at, shown
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.charts import clock
from webapp.matchplay.charts.view import SpanView
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

TABLES: Final = ("standing", "objectives", "mid-bosses")


@dataclass(frozen=True, slots=True)
class ObjectivesPage:
    """The Objectives tab; `follows` is the moment it shows, None for the whole match."""

    frame: Frame
    tab: str
    follows: int | str | None
    chosen_s: int | None
    shown: str
    at_s: int
    clock: str
    cursor: float | str | None
    band: SpanView | None
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
    csv: dict[str, str]


def objectives_page(
    match_id: int, moment: Moment, version: str | None = None
) -> ObjectivesPage | None:
    """Give the Objectives of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OBJECTIVES.slices, version=version)
    if loaded is None:
        return None
    duration_s, story = loaded.row.duration_s, loaded.slices["objectives"]
    at_s, frame = seen_at(moment, duration_s), frame_of(loaded, "objectives", moment)
    return ObjectivesPage(
        frame=frame,
        tab="objectives",
        follows=None if moment.span else moment.second,
        chosen_s=None if moment.span else moment.at,
        shown=shown(moment),
        at_s=at_s,
        clock=_clock(moment, duration_s),
        cursor=None if moment.span or moment.at is None else moment.x(duration_s),
        band=moment.band(duration_s) if moment.span else None,
        ladder=ladder_of(loaded),
        left=left_at(loaded, at_s),
        map=open_map(loaded) if moment.open else map_at(loaded, at_s),
        groups=groups_at(loaded, moment),
        bosses=bosses_at(loaded, moment),
        boss_count=len(story.mid_bosses),
        splits=any(one.spirit_damage is not None for one in story.buildings),
        positions=loaded.row.paths_key is not None,
        terms={key: term for key, term in TERMS.items() if key.startswith("objective-")},
        demo=demo_bosses(loaded, moment),
        csv=csv_links(frame.url, dict.fromkeys(TABLES, moment.query)),
    )


def _clock(moment: Moment, duration_s: int) -> str:
    if not moment.open or _beyond(moment, duration_s):
        return clock(seen_at(moment, duration_s))
    return moment.clocks[1] if moment.span else moment.clock


def _beyond(moment: Moment, duration_s: int) -> bool:
    return (moment.span[1] if moment.span else moment.at or 0) > duration_s


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    duration_s, buildings = loaded.row.duration_s, loaded.slices["objectives"].buildings
    falls = any(one.fell_at_s == moment.at for one in buildings)
    return (
        _beyond(moment, duration_s),
        left_at(loaded, seen_at(moment, duration_s)),
        moment.at if falls else None,
        sum(moment.at is None or (one.first_damage_at_s or 0) <= moment.at for one in buildings),
        sum(moment.at is None or (one.fell_at_s or 0) <= moment.at for one in buildings),
        (groups_at(loaded, moment), bosses_at(loaded, moment)) if moment.span else None,
    )


def _scene(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> str:
    at_s = seen_at(moment, loaded.row.duration_s)
    return drawn("deadlock/_ground.html", "drawing", map_at(loaded, at_s).scene)


OBJECTIVES = Panel(
    "objectives", (*FRAME_SLICES, "objectives", "demo_bosses"), _shows, {SCENE: _scene}
)
