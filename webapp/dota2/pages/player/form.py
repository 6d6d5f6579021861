"""A player's last matches as dots: gold a minute, won or lost, oldest left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.player.lines import result_of
from webapp.dota2.store.histories import Played
from webapp.matchplay.charts import Scale, place_x

SHOWN: Final = 30
HEIGHT: Final = 220
TOP_Y, BOTTOM_Y = 24.0, 190.0
FROM_X, TO_X = 12.0, 82.0
LEAST: Final = 3


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
    """The last matches whose gold is known; `middle` is the median of those drawn."""

    height: int
    count: int
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    middle: Line
    title: str


def form_of(chosen: Sequence[Played], names: Catalogue) -> Form | None:
    """Draw the newest matches, given newest first; None when there are too few."""
    known = [(one, gold) for one in chosen if (gold := one.gold_per_minute) is not None]
    shown = list(reversed(known[:SHOWN]))
    if len(shown) < LEAST:
        return None
    values = [gold for _, gold in shown]
    scale = Scale(min(values) * 0.95, max(values) * 1.05 + 1, TOP_Y, BOTTOM_Y, most=5)
    middle = median(values)
    return Form(
        height=HEIGHT,
        count=len(shown),
        dots=tuple(
            Dot(
                x=_x(number, len(shown)),
                y=scale.y(gold),
                won=one.won,
                text=_text(one, gold, names),
                url=f"/dota2/matches/{one.match_id}",
            )
            for number, (one, gold) in enumerate(shown)
        ),
        lines=tuple(Line(scale.y(tick), f"{tick:,.0f}") for tick in scale.ticks),
        middle=Line(scale.y(middle), f"median {middle:,.0f}"),
        title=f"Gold a minute in the last {len(shown)} matches, oldest first",
    )


def _x(number: int, count: int) -> float:
    return round(FROM_X + place_x(number, max(1, count - 1)) / 100 * (TO_X - FROM_X), 2)


def _text(one: Played, gold: int, names: Catalogue) -> str:
    day, hero = f"{one.started_at:%-d %b %Y}", names.hero(one.hero_id).name
    return f"{day}, {hero}: {gold:,} gold / min, {result_of(one).lower()}"
