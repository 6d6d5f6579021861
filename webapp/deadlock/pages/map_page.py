"""The Map tab: positions read from the match's own file, drawn for the chosen moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, Moment, frame_of
from webapp.deadlock.pages.map import MapView, map_view
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.pages.sources import Sources, load_sources

LONGEST_NUMBER = 5


@dataclass(frozen=True, slots=True)
class MapPage:
    """The Map tab of one match; `map` is None when the match has no positions."""

    frame: Frame
    tab: str
    map: MapView | None


def map_page(
    match_id: int, moment: Moment, asked: Mapping[str, str], version: str | None = None
) -> MapPage | None:
    """Give the Map of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *FRAME_SLICES, version=version)
    if loaded is None:
        return None
    chosen = Moment(moment.at if moment.at is not None else _start(moment), moment.span)
    frame = frame_of(loaded, "map", chosen)
    return MapPage(frame=frame, tab="map", map=_view(loaded, chosen, asked))


def _start(moment: Moment) -> int:
    return moment.span[0] if moment.span else 0


def _view(loaded: Sources, moment: Moment, asked: Mapping[str, str]) -> MapView | None:
    replay = load_replay(loaded.row.paths_key)
    if replay is None:
        return None
    return map_view(
        replay,
        moment.at or 0,
        paths_url=f"/deadlock/matches/{loaded.row.match_id}/paths",
        trail_s=_number(asked.get("trail"), 30),
        follow=_number(asked.get("follow"), 0) or None,
        span=moment.span,
        heat=asked.get("heat"),
        names={row.slot: loaded.names.hero(row.hero_id).name for row in _rows(loaded)},
    )


def _rows(loaded: Sources) -> tuple[Any, ...]:
    return tuple(loaded.slices["scoreboard"].rows)


def _number(text: str | None, otherwise: int) -> int:
    plain = text or ""
    return (
        int(plain)
        if plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_NUMBER
        else otherwise
    )
