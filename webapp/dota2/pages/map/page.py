"""Puts the Map tab together for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.terms import Term
from webapp.dota2.pages.fights.place import death_spot
from webapp.dota2.pages.frame import FRAME_SLICES, frame_of, url_of
from webapp.dota2.pages.map.asked import Choice, asked_of
from webapp.dota2.pages.map.ground import Frame as Window
from webapp.dota2.pages.map.ground import Ground, Spot, building_spots, ground
from webapp.dota2.pages.map.wards import (
    PHASES,
    WardRow,
    WardSpot,
    WatchRow,
    chosen_wards,
    ward_rows,
    ward_spots,
    watch_rows,
)
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, terms_of
from webapp.matchplay.frame import Frame
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

DEATHS_S = 60
"""A chosen second shows who fell in so many seconds before it."""


@dataclass(frozen=True, slots=True)
class Deaths:
    """Those who fell and where, as far as places are known; `fell` is None without a log."""

    placed: tuple[Spot, ...]
    fell: int | None


@dataclass(frozen=True, slots=True)
class MapPage:
    """The Map tab; `rows` is None where no ward was recorded.

    `whole` says that nothing is chosen: then all wards are drawn, without what they saw.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    whole: bool
    parsed: bool
    can_parse: bool
    kinds: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    player: Person | None
    ground: Ground
    window: Window
    buildings: tuple[Spot, ...]
    wards: tuple[WardSpot, ...]
    deaths: Deaths
    rows: tuple[WardRow, ...] | None
    ends_recorded: bool
    watch: tuple[WatchRow, ...]
    phases: tuple[str, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def map_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> MapPage | None:
    """Give the Map of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *MAP.slices, version=version)
    if loaded is None:
        return None
    asked = asked_of(url_of(match_id), moment, query, people_of(loaded))
    vision, window = loaded.slices["vision"], Window()
    wards = chosen_wards(vision, asked, moment)
    deaths = _deaths(loaded, moment)
    return MapPage(
        frame=frame_of(loaded, "map", moment),
        tab="map",
        follows=None if moment.span else moment.second,
        title=_title(moment),
        whole=moment.span is None and moment.at is None,
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "map"),
        kinds=asked.kinds(),
        sides=asked.sides(),
        player=people_of(loaded).get(-1 if asked.player is None else asked.player),
        ground=ground(),
        window=window,
        buildings=building_spots(loaded.slices["objectives"].buildings, window, _as_of(moment)),
        wards=ward_spots(loaded, wards),
        deaths=deaths,
        rows=None if vision.wards is None else ward_rows(loaded, wards),
        ends_recorded=vision.ends_recorded,
        watch=watch_rows(loaded, asked),
        phases=tuple(word for word, _, _ in PHASES),
        csv=csv_links(asked.url, {"wards": asked.narrowing}),
        terms=terms_of("vision"),
    )


def _as_of(moment: Moment) -> int | None:
    return moment.span[1] if moment.span else moment.at


def _deaths(loaded: Any, moment: Moment) -> Deaths:
    """Give who fell in the span, or shortly before the moment; everybody without one."""
    kills, at = loaded.slices["events"].kills, moment.at
    if kills is None:
        return Deaths((), None)
    first, last = moment.span or ((-(10**6), 10**9) if at is None else (at - DEATHS_S, at))
    fell = [one for one in kills if first <= one.at_s <= last]
    spots = (death_spot(loaded, one, Window()) for one in fell if one.x is not None)
    return Deaths(tuple(spots), len(fell))


def _title(moment: Moment) -> str:
    if moment.span:
        return f"The map, {' to '.join(moment.clocks)}"
    return "The map, whole match" if moment.at is None else f"The map at {moment.clock}"


def _shows(_loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return as_chosen(moment)


MAP = Panel("map", (*FRAME_SLICES, "objectives", "vision"), _shows)
