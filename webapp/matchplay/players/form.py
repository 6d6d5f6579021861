"""A player's last matches as dots: what was earned by the minute, won or lost, oldest left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final, Protocol, TypeVar

from webapp.matchplay.charts import Scale, place_x
from webapp.matchplay.players.sums import Left, result_of

SHOWN: Final = 30
HEIGHT: Final = 220
TOP_Y, BOTTOM_Y = 24.0, 190.0
FROM_X, TO_X = 12.0, 82.0
LEAST: Final = 3


class Begun(Left, Protocol):
    """A match with its day."""

    @property
    def started_at(self) -> datetime:
        """Say when it began."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One match: where it is drawn, whether it was won, what it says, where it leads."""

    x: float
    y: float
    won: bool | None
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A height with its number."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """The last matches whose pace is known; `middle` is the median of those drawn."""

    height: int
    count: int
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    middle: Line
    title: str


Match = TypeVar("Match", bound=Begun)


def form_of(
    paces: Sequence[tuple[Match, float]],
    *,
    unit: str,
    hero_of: Callable[[Match], str],
    url_of: Callable[[Match], str],
) -> Form | None:
    """Draw the newest matches by their pace, given newest first; None when there are too few."""
    shown = list(reversed(paces[:SHOWN]))
    if len(shown) < LEAST:
        return None
    values = [pace for _, pace in shown]
    scale = Scale(min(values) * 0.95, max(values) * 1.05 + 1, TOP_Y, BOTTOM_Y, most=5)
    middle = median(values)
    return Form(
        height=HEIGHT,
        count=len(shown),
        dots=tuple(
            Dot(
                x=_x(number, len(shown)),
                y=scale.y(pace),
                won=one.won,
                text=_text(one, f"{pace:,.0f} {unit} / min", hero_of(one)),
                url=url_of(one),
            )
            for number, (one, pace) in enumerate(shown)
        ),
        lines=tuple(Line(scale.y(tick), f"{tick:,.0f}") for tick in scale.ticks),
        middle=Line(scale.y(middle), f"median {middle:,.0f}"),
        title=f"{unit.capitalize()} a minute in the last {len(shown)} matches, oldest first",
    )


def _x(number: int, count: int) -> float:
    return round(FROM_X + place_x(number, max(1, count - 1)) / 100 * (TO_X - FROM_X), 2)


def _text(one: Begun, pace: str, hero: str) -> str:
    return f"{one.started_at:%-d %b %Y}, {hero}: {pace}, {result_of(one).lower()}"
