"""The Map tab: positions read from the match's own file, drawn for the chosen moment."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from webapp.core.holding import holding
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.demo import demo_heights, heights_by_slot
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.map.choice import Choice
from webapp.deadlock.pages.map.open import PIECES, OpenMap, Story, open_map, seen_of, story_of
from webapp.deadlock.pages.map.view import MapView, Seen, map_view, sound
from webapp.deadlock.pages.replays import load_replay
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, Piece, Query

LONGEST_NUMBER = 5
WORDS = ("kills", "deaths")
STORIES_HELD = 32
SECONDS_HELD = 8
Wishes = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The Map tab of one match; `map` is None when the match has no positions."""

    frame: Frame
    tab: str
    map: MapView | None
    terms: dict[str, Term]


@dataclass(frozen=True, slots=True)
class OpenMapPage:
    """The Map tab with blanks in place of all that is of its second."""

    frame: Frame
    tab: str
    map: OpenMap
    terms: dict[str, Term]


def map_page(
    match_id: int, moment: Moment, asked: Query, version: str | None = None
) -> MapPage | OpenMapPage | None:
    """Give the Map of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *MAP.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "map", stands_at(moment))
    terms = {key: TERMS[key] for key in WORDS}
    choice = _choice(loaded, moment, _wishes(asked))
    if choice and moment.open:
        opened = open_map(_story(loaded, replace(choice, at=0)))
        if opened:
            return OpenMapPage(frame, "map", opened, terms)
        return MapPage(frame, "map", None, terms)
    return MapPage(frame, "map", _view(loaded, choice) if choice else None, terms)


def stands_at(moment: Moment) -> Moment:
    """Give the moment a map stands at: the one chosen, else the start of the span or the match."""
    start = moment.span[0] if moment.span else 0
    return Moment(start if moment.at is None else moment.at, moment.span)


def _wishes(query: Query) -> Wishes:
    return query.get("trail"), query.get("follow"), query.get("heat")


@holding(SECONDS_HELD)
def _choice(loaded: Sources, moment: Moment, asked: Wishes) -> Choice | None:
    """Read what is asked of the map; what makes no sense is as good as none."""
    replay, stood = load_replay(loaded.row.paths_key), stands_at(moment)
    if replay is None:
        return None
    trail, follow, heat = asked
    choice = Choice(
        stood.at or 0,
        trail_s=_number(trail, 30),
        follow=_number(follow, 0) or None,
        span=stood.span,
        heat=heat,
    )
    return sound(replay, choice)


def _view(loaded: Sources, choice: Choice) -> MapView | None:
    replay = load_replay(loaded.row.paths_key)
    if replay is None:
        return None
    rows = loaded.slices["scoreboard"].rows
    return map_view(
        replay,
        choice.at,
        paths_url=f"/deadlock/matches/{loaded.row.match_id}/paths",
        trail_s=choice.trail_s,
        follow=choice.follow,
        span=choice.span,
        heat=choice.heat,
        names={row.slot: loaded.names.hero(row.hero_id).name for row in rows},
        heights=heights_by_slot(loaded),
        demo=demo_heights(loaded),
    )


@holding(STORIES_HELD)
def _story(loaded: Sources, choice: Choice) -> Story | None:
    replay, view = load_replay(loaded.row.paths_key), _view(loaded, choice)
    if replay is None or view is None:
        return None
    rows = loaded.slices["scoreboard"].rows
    names = {row.slot: loaded.names.hero(row.hero_id).name for row in rows}
    return story_of(view, replay, choice, names, heights_by_slot(loaded))


@holding(SECONDS_HELD)
def _seen(loaded: Sources, moment: Moment, asked: Wishes) -> tuple[Story, Seen, int] | None:
    """Draw and tell a second once for all its pieces."""
    choice = _choice(loaded, moment, asked)
    story = _story(loaded, replace(choice, at=0)) if choice else None
    return (story, seen_of(story, choice.at), choice.at) if choice and story else None


def _piece(name: str) -> Piece:
    def draw(loaded: Sources, moment: Moment, query: Query) -> str:
        found = _seen(loaded, moment, _wishes(query))
        return PIECES[name](*found) if found else ""

    return draw


def _shows(loaded: Sources, moment: Moment, query: Query) -> Hashable:
    choice = _choice(loaded, moment, _wishes(query))
    return replace(choice, at=0) if choice else None


MAP = Panel(
    "map",
    (*FRAME_SLICES, "demo_heights"),
    _shows,
    {name: _piece(name) for name in PIECES},
    stands_at,
)


def _number(text: str | None, otherwise: int) -> int:
    plain = text or ""
    return (
        int(plain)
        if plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_NUMBER
        else otherwise
    )
