"""A fight along its seconds: who fell when, and what was taken until a minute after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from webapp.deadlock.domain.analysis.fights import Fight
from webapp.deadlock.pages.combat.people import Fighter
from webapp.deadlock.pages.strip_events import GUARDIAN, KINDS, MID_BOSS
from webapp.matchplay.charts import clock, place_x

AFTER_S: Final = 60
LEAD_S: Final = 5
STEPS: Final = (10, 15, 30, 60)
MOST_TICKS: Final = 8
TOO_NEAR: Final = 5.0
ROW_Y: Final = {"a": 24, "b": 68}
TAKEN_Y: Final = {"a": 62, "b": 30}
EDGE: Final = 97.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the axis."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Fell:
    """Somebody fell; `letters` is empty where they would lie over another's."""

    x: float
    y: int
    side: str
    letters: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A building, or the mid boss, by the side that took it."""

    x: float
    y: int
    side: str
    glyph: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything `fight_timeline` of the template draws; x in per cent, y in pixels."""

    title: str
    ticks: tuple[Tick, ...]
    end_x: float
    fell: tuple[Fell, ...]
    taken: tuple[Taken, ...]


def timeline_of(fight: Fight, events: Any, people: dict[int, Fighter]) -> Timeline:
    """Draw one fight."""
    span = max(0, fight.start_s - LEAD_S), fight.end_s + AFTER_S
    return Timeline(
        title=f"The fight from {clock(fight.start_s)} to {clock(fight.end_s)}: "
        f"{len(fight.deaths)} fell, and what was taken within {AFTER_S} s",
        ticks=_ticks(span),
        end_x=place_x(fight.end_s, span[1], span[0]),
        fell=tuple(_fell([events.kills[one] for one in fight.deaths], people, span)),
        taken=tuple(_taken(fight, events.objectives, span)),
    )


def _ticks(span: tuple[int, int]) -> tuple[Tick, ...]:
    low, high = span
    step = next((one for one in STEPS if (high - low) / one <= MOST_TICKS), STEPS[-1])
    places = ((t, place_x(t, high, low)) for t in range(-(-low // step) * step, high + 1, step))
    return tuple(
        Tick(x, clock(t), "" if x < 100 - EDGE else "end" if x > EDGE else "mid") for t, x in places
    )


def _fell(
    kills: Sequence[Any], people: dict[int, Fighter], span: tuple[int, int]
) -> Iterator[Fell]:
    last = {"a": -100.0, "b": -100.0}
    for kill in kills:
        victim = people[kill.victim]
        x = place_x(kill.at_s, span[1], span[0])
        free = x - last[victim.side] >= TOO_NEAR
        last[victim.side] = x if free else last[victim.side]
        yield Fell(
            x=x,
            y=ROW_Y[victim.side],
            side=victim.side,
            letters=victim.letters if free else "",
            text=f"{victim.hero} fell {clock(kill.at_s)}",
        )


def _taken(fight: Fight, falls: Sequence[Any], span: tuple[int, int]) -> Iterator[Taken]:
    for one in (fight.a, fight.b):
        for fall in (falls[number] for number in one.took):
            x, kind = place_x(fall.at_s, span[1], span[0]), KINDS.get(fall.kind, GUARDIAN)
            words = f"{fall.kind} fell {clock(fall.at_s)}"
            yield Taken(x, TAKEN_Y[one.side], one.side, kind.shape, words)
        for at_s in one.mid_bosses:
            x = place_x(at_s, span[1], span[0])
            yield Taken(x, TAKEN_Y[one.side], one.side, MID_BOSS.shape, f"mid boss {clock(at_s)}")
