"""What stands on the strip: kills, buildings, epic monsters, plates, souls, pauses.

`at_s` is what pages show, `at_ms` decides which frame of the timeline has an event already.

Other slices refer to a kill, a building or a monster by its number in these lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from webapp.lol.domain import records
from webapp.lol.domain.records import Match, Timeline

OTHER: Final = {"a": "b", "b": "a"}


class Kill(msgspec.Struct, frozen=True):
    """A champion fell. `side` is the side it counts for, None for nobody's (an execute)."""

    at_s: int
    at_ms: int
    killer: int | None
    victim: int
    side: str | None
    assists: tuple[int, ...]
    x: int | None
    y: int | None


class Fall(msgspec.Struct, frozen=True):
    """A building of `side` fell: "turret" with its tier, or "inhibitor"."""

    at_s: int
    at_ms: int
    side: str | None
    kind: str
    tier: str | None
    lane: str | None
    killer: int | None
    x: int | None
    y: int | None


class Monster(msgspec.Struct, frozen=True):
    """An epic monster fell to `side`, None when to no side."""

    at_s: int
    at_ms: int
    kind: str
    element: str | None
    side: str | None
    killer: int | None
    x: int | None
    y: int | None


class Plate(msgspec.Struct, frozen=True):
    """A plate fell from a turret of `side`."""

    at_s: int
    side: str | None
    lane: str | None
    killer: int | None


class SoulTaken(msgspec.Struct, frozen=True):
    """A side got the dragon soul."""

    at_s: int
    side: str
    element: str


class Special(msgspec.Struct, frozen=True):
    """First blood, an ace, or several kills by one player at once (`length`)."""

    at_s: int
    kind: str
    killer: int | None
    length: int | None


class PauseSpan(msgspec.Struct, frozen=True):
    """The game stood still; `to_s` is None where it never said to go on."""

    at_s: int
    to_s: int | None


class Events(msgspec.Struct, frozen=True):
    """Everything by time. `recorded` is False where there is no timeline of events."""

    recorded: bool
    kills: tuple[Kill, ...]
    buildings: tuple[Fall, ...]
    monsters: tuple[Monster, ...]
    plates: tuple[Plate, ...]
    souls: tuple[SoulTaken, ...]
    specials: tuple[Special, ...]
    pauses: tuple[PauseSpan, ...]


NOTHING: Final = Events(False, (), (), (), (), (), (), ())


def events_of(match: Match) -> Events:
    """Collect what happened; nothing where the timeline tells nothing."""
    timeline = match.timeline
    if timeline is None or not timeline.has_events:
        return NOTHING
    sides = sides_of(match)
    return Events(
        recorded=True,
        kills=tuple(_kill(one, sides) for one in timeline.kills),
        buildings=tuple(_fall(one) for one in timeline.buildings),
        monsters=tuple(_monster(one) for one in timeline.monsters),
        plates=tuple(Plate(one.at_s, one.side, one.lane, one.killer) for one in timeline.plates),
        souls=_souls(timeline),
        specials=tuple(
            Special(one.at_s, one.kind, one.killer, one.length) for one in timeline.special_kills
        ),
        pauses=_pauses(timeline.pauses),
    )


def sides_of(match: Match) -> dict[int, str]:
    """Give each slot's side; a player of no side is left out."""
    return {one.slot: one.side for one in match.players if one.side}


def _kill(one: records.Kill, sides: Mapping[int, str]) -> Kill:
    credited = next((slot for slot in (one.killer, *one.assists) if slot), None)
    side = sides.get(credited) if credited else _executed_by(one, sides)
    place = one.place
    return Kill(
        one.at_s,
        one.at_ms,
        one.killer,
        one.victim,
        side,
        one.assists,
        place.x if place else None,
        place.y if place else None,
    )


def _executed_by(one: records.Kill, sides: Mapping[int, str]) -> str | None:
    """Count a death to turrets or minions for their side, to monsters for nobody, as the game."""
    theirs = any(hit.source in {"turret", "minion"} for hit in one.received or ())
    return OTHER.get(sides.get(one.victim, "")) if theirs else None


def _fall(one: records.BuildingKill) -> Fall:
    place = one.place
    x, y = (place.x, place.y) if place else (None, None)
    return Fall(one.at_s, one.at_ms, one.side, one.kind, one.tier, one.lane, one.killer, x, y)


def _monster(one: records.MonsterKill) -> Monster:
    place = one.place
    x, y = (place.x, place.y) if place else (None, None)
    return Monster(one.at_s, one.at_ms, one.kind, one.element, one.side, one.killer, x, y)


def _souls(timeline: Timeline) -> tuple[SoulTaken, ...]:
    """Leave out the announcement of the element, which is no soul yet."""
    return tuple(SoulTaken(one.at_s, one.side, one.name) for one in timeline.souls if one.side)


def _pauses(found: Iterable[records.Pause]) -> tuple[PauseSpan, ...]:
    """Pair each stop with the next go; a go without a stop is the start of the game."""
    spans: list[PauseSpan] = []
    since: int | None = None
    for one in found:
        if one.begins:
            since = one.at_s if since is None else since
        elif since is not None:
            spans.append(PauseSpan(since, one.at_s))
            since = None
    return tuple(spans if since is None else [*spans, PauseSpan(since, None)])
