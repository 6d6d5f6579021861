"""The Map tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.frame import FRAME_SLICES, Frame, clock, frame_of, url_of
from webapp.lol.pages.map.scene import Scene, Spot, scene_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import Window, follows, seen_at, seen_clock, until
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

BEFORE_S = 60
"""A chosen second shows what happened in so many seconds before it."""

TABLES = ("deaths", "monsters")


@dataclass(frozen=True, slots=True)
class MapPage:
    """The Map tab; `nothing` says why there is no map, empty where there is one.

    `listed` is what stands in words beside it: of a whole match only the monsters.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    clock: str
    nothing: str
    scene: Scene | None
    listed: tuple[Spot, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def map_page(match_id: str, moment: Moment, version: str | None = None) -> MapPage | None:
    """Give the Map of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *MAP.slices, version=version)
    if loaded is None:
        return None
    nothing = _nothing(loaded)
    scene = None if nothing else _scene(loaded, moment)
    spots = scene.spots if scene else ()
    whole = moment.at is None and not moment.span
    return MapPage(
        frame=frame_of(loaded, "map", moment),
        tab="map",
        follows=follows(moment),
        when=_when(moment),
        clock=seen_clock(moment, clock(loaded.row.duration_s)),
        nothing=nothing,
        scene=scene,
        listed=tuple(one for one in spots if one.shape) if whole else spots,
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, _query(moment))),
        terms={key: term for key, term in TERMS.items() if key.startswith("map-")},
    )


def _query(moment: Moment) -> str:
    """Say the stretch the map shows as the end of a URL."""
    alone = moment.at is not None and not moment.span
    return moment.query_with(before=BEFORE_S if alone else None)


def _nothing(loaded: Sources) -> str:
    if loaded.slices["scoreboard"].mode != "rift":
        return "This map is Summoner’s Rift; the match was played elsewhere, or not to an end."
    if not loaded.slices["places"].at_s and not loaded.slices["events"].recorded:
        return "This match has no timeline, so no place is recorded."
    return ""


def _scene(loaded: Sources, moment: Moment) -> Scene:
    duration_s = loaded.row.duration_s
    return scene_of(loaded, seen_at(moment, duration_s), _window(moment, duration_s))


def _window(moment: Moment, duration_s: int) -> Window:
    if moment.span or moment.at is None:
        return until(moment, duration_s)
    return Window(moment.at - BEFORE_S, moment.at, whole=False)


def _when(moment: Moment) -> str:
    if moment.span:
        return " to ".join(moment.clocks)
    return "whole match" if moment.at is None else f"the minute before {moment.clock}"


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return None if _nothing(loaded) else _scene(loaded, moment)


MAP = Panel("map", (*FRAME_SLICES, "places"), _shows)
