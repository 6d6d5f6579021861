"""The ladder: a row for each building from one base to the other, along the match's time.

A line runs from a building's first damage to its fall; what is behind it is taken ground. Rows of
a lane lie as the lane does, The Archmother's on top, so the taken ground shows how far a side got.
x in per cent of the match, y in pixels, as on the strip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from webapp.core.holding import holding
from webapp.deadlock.domain.records.match import has_lanes
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.objectives.words import OTHER
from webapp.deadlock.pages.sources import Sources
from webapp.matchplay.charts import clock, place_x

ROW: Final = 19
HEAD: Final = 22
TOP: Final = 6
FOOT: Final = 22
LADDERS_HELD: Final = 16
_INWARD: Final = ("Guardian", "Walker", "Base Guardians")
_BASE: Final = ("Shrine", "Patron", "Weakened Patron")
_RIGHT_X: Final = 60.0
"""A line that ends before this has its words behind it."""
_LEFT_X: Final = 38.0
"""A line that starts after this has room for its words in front."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One building: its line from `x` to `end_x`; nothing is drawn of one nobody touched."""

    y: int
    side: str
    taker: str
    kind: str
    hurt: bool
    fell: bool
    x: float
    end_x: float
    text: str
    text_x: float
    text_away: int
    over: bool
    anchor: str
    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Flight:
    """One lane or base: its name, its rows, and where the two sides meet (None in a base)."""

    name: str
    y: int
    middle_y: int | None
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class BossLine:
    """The mid boss died, and this side took the Rejuvenator."""

    x: float
    side: str
    title: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The whole figure, for any moment; its times are those of the strip."""

    height: int
    bottom_y: int
    flights: tuple[Flight, ...]
    bosses: tuple[BossLine, ...]


@holding(LADDERS_HELD)
def ladder_of(loaded: Sources) -> Ladder:
    """Draw every building's row; what was loaded never ages, so neither does this."""
    story, duration_s = loaded.slices["objectives"], loaded.row.duration_s
    flights, y = [], TOP
    word = "lane" if has_lanes(loaded.row.game_mode) else "buildings"
    for name, buildings in _flights(story, word):
        flight = _flight(name, buildings, y, duration_s)
        flights.append(flight)
        y += HEAD + ROW * len(buildings)
    bosses = tuple(_boss(one, duration_s) for one in story.mid_bosses)
    return Ladder(y + FOOT, y + 4, tuple(flights), bosses)


def _boss(one: Any, duration_s: int) -> BossLine:
    side = one.claimed_by or one.killed_by or ""
    who = SIDE_NAMES.get(side, "Nobody")
    return BossLine(place_x(one.at_s, duration_s), side, f"{who} took the Rejuvenator")


def _flights(story: Any, word: str) -> Iterator[tuple[str, list[Any]]]:
    """Give bases and lanes from north to south, each with its buildings in that order."""
    order = {kind: depth for depth, kind in enumerate((*_INWARD, *_BASE))}
    rest = [one for one in story.buildings if one.lane is None]
    yield f"Base of {SIDE_NAMES['b']}", _deepest_first(rest, "b", order)
    for lane in story.lanes:
        own = [one for one in story.buildings if one.lane == lane]
        rows = [*_deepest_first(own, "b", order), *reversed(_deepest_first(own, "a", order))]
        yield f"{lane.capitalize()} {word}", rows
    yield f"Base of {SIDE_NAMES['a']}", list(reversed(_deepest_first(rest, "a", order)))


def _deepest_first(found: Iterable[Any], side: str, order: dict[str, int]) -> list[Any]:
    own = [one for one in found if one.side == side]
    return sorted(own, key=lambda one: (-order.get(one.kind, len(order)), one.order))


def _flight(name: str, buildings: Sequence[Any], y: int, duration_s: int) -> Flight:
    rungs = tuple(
        _rung(one, y + HEAD + ROW * number + ROW // 2, duration_s)
        for number, one in enumerate(buildings)
    )
    northern = sum(one.side == "b" for one in buildings)
    inside = 0 < northern < len(buildings)
    return Flight(name, y + 15, y + HEAD + ROW * northern if inside else None, rungs)


def _rung(one: Any, y: int, duration_s: int) -> Rung:
    first, down = one.first_damage_at_s, one.down_by_s
    start = first if first is not None else down
    x = place_x(start or 0, duration_s) if start is not None else 100.0
    end_x = place_x(down, duration_s) if down is not None else 100.0
    text_x, anchor, away = _beside(x, end_x)
    at = down if down is not None else first
    return Rung(
        y=y,
        side=one.side,
        taker=OTHER[one.side],
        kind=one.kind.replace("Weakened ", ""),
        hurt=start is not None,
        fell=down is not None,
        x=x,
        end_x=end_x,
        text=_text(one),
        text_x=text_x,
        text_away=away,
        over=anchor == "end" and text_x == end_x and x < end_x,
        anchor=anchor,
        title=_title(one),
        href=None if at is None else f"?t={at}",
    )


def _beside(x: float, end_x: float) -> tuple[float, str, int]:
    """Say where a row's words go: behind its line, in front of it, or over its end."""
    if end_x <= _RIGHT_X:
        return end_x, "", 11
    if x >= _LEFT_X:
        return x, "end", -11 if x == end_x else -4
    return end_x, "end", -11


def _text(one: Any) -> str:
    if one.fell_at_s is not None:
        return f"{one.kind} {clock(one.fell_at_s)}"
    if one.down_by_s is not None:
        return f"{one.kind}, down by {clock(one.down_by_s)}"
    return f"{one.kind}, {'standing' if one.first_damage_at_s is not None else 'untouched'}"


def _title(one: Any) -> str:
    whose = f"{one.kind} of {SIDE_NAMES[one.side]}" + (f" ({one.lane})" if one.lane else "")
    if one.first_damage_at_s is None and one.fell_at_s is None:
        return f"{whose}: untouched"
    hurt = f"first hurt {clock(one.first_damage_at_s)}, " if one.first_damage_at_s else ""
    end = "stood to the end" if one.down_by_s is None else f"down by {clock(one.down_by_s)}"
    return f"{whose}: {hurt}" + (end if one.fell_at_s is None else f"fell {clock(one.fell_at_s)}")
