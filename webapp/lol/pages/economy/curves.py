"""The curves: what sides, lanes or players had by each frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from webapp.lol.domain.analysis.moments import Moments, PlayerMoments
from webapp.lol.domain.parse.words import ROLES
from webapp.lol.pages.economy.asked import UNITS, Asked
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import Seat
from webapp.matchplay.charts import LineChart, Series, line_chart
from webapp.matchplay.charts.series import Dash

HEIGHT: Final = 250
DASHES: Final[tuple[Dash, ...]] = (0, 1, 2, 3)
WORDS: Final = {"gold": "Gold earned", "xp": "Experience", "cs": "CS"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What every chart of one page needs."""

    moments: Moments
    seats: dict[int, Seat]
    asked: Asked
    duration_s: int

    def of(self, player: PlayerMoments) -> tuple[int, ...]:
        """Give the column of the chosen figure."""
        return cast("tuple[int, ...]", getattr(player, self.asked.figure))


def curves_of(drawn: Drawn) -> tuple[LineChart, ...]:
    """Draw both sides, each lane's lead, or every player, a chart for each side."""
    if drawn.asked.of == "lane":
        return (_lanes(drawn),)
    if drawn.asked.of == "player":
        sides = sorted({one.side or "" for one in drawn.moments.players})
        return tuple(_players(drawn, side) for side in sides)
    return (_sides(drawn),)


def _sides(drawn: Drawn) -> LineChart:
    sums = {side: _sum(drawn, _own(drawn, side)) for side in ("a", "b")}
    ahead = "Blue" if sums["a"][-1:] > sums["b"][-1:] else "Red"
    word = WORDS[drawn.asked.figure]
    return line_chart(
        [Series(SIDE_NAMES[side], _points(drawn, sums[side]), side=_side(side)) for side in sums],
        key="curve-sides",
        title=f"{word} by side",
        description=f"{ahead} ends with more.",
        caption=f"{word} of both sides at each frame",
        x_max=drawn.duration_s,
        unit=UNITS[drawn.asked.figure],
        height=HEIGHT,
        base_url=drawn.asked.url,
    )


def _lanes(drawn: Drawn) -> LineChart:
    """Draw how far each role's two players were apart."""
    series = []
    for number, role in enumerate(ROLES):
        pair = [_only(drawn, side, role) for side in ("a", "b")]
        if pair[0] is None or pair[1] is None:
            continue
        a, b = (drawn.of(one) for one in pair if one is not None)
        leads = [other - own for own, other in zip(a, b, strict=True)]
        dash = DASHES[number % len(DASHES)]
        series.append(Series(role.capitalize(), _points(drawn, leads), dash=dash))
    unit = UNITS[drawn.asked.figure]
    return line_chart(
        series,
        key="curve-lanes",
        title=f"{WORDS[drawn.asked.figure]}, lead of each lane",
        description="Above 0 Red’s player of the role is ahead, below it Blue’s.",
        caption=f"{WORDS[drawn.asked.figure]} of Red’s player less that of Blue’s",
        x_max=drawn.duration_s,
        unit=f"{unit}, Red ahead",
        below="Blue ahead",
        middle=0,
        height=HEIGHT,
        base_url=drawn.asked.url,
    )


def _players(drawn: Drawn, side: str) -> LineChart:
    own = _own(drawn, side)
    ranked = sorted(own, key=lambda one: drawn.of(one)[-1:], reverse=True)
    best = drawn.seats[ranked[0].slot].name if ranked else "Nobody"
    word = WORDS[drawn.asked.figure]
    top = max((value for one in drawn.moments.players for value in drawn.of(one)), default=1)
    name = SIDE_NAMES.get(side, "all players")
    return line_chart(
        [
            Series(drawn.seats[one.slot].name, _points(drawn, drawn.of(one)), side=_side(side))
            for one in own
        ],
        key=f"curve-players-{side or 'all'}",
        title=f"{word}, {name}",
        description=f"{best} ends with the most.",
        caption=f"{word} of each player at each frame",
        x_max=drawn.duration_s,
        unit=UNITS[drawn.asked.figure],
        y_range=(0, max(top, 1)),
        height=HEIGHT if side else 2 * HEIGHT,
        base_url=drawn.asked.url,
    )


def _own(drawn: Drawn, side: str) -> list[PlayerMoments]:
    return [one for one in drawn.moments.players if (one.side or "") == side]


def _only(drawn: Drawn, side: str, role: str) -> PlayerMoments | None:
    found = [one for one in _own(drawn, side) if one.role == role]
    return found[0] if len(found) == 1 else None


def _sum(drawn: Drawn, players: Iterable[PlayerMoments]) -> list[int]:
    columns = [drawn.of(one) for one in players]
    return [sum(values) for values in zip(*columns, strict=True)]


def _points(drawn: Drawn, values: Sequence[int]) -> tuple[tuple[float, float | None], ...]:
    return tuple(zip(drawn.moments.at_s, values, strict=True))


def _side(side: str) -> Literal["a", "b", ""]:
    return "a" if side == "a" else "b" if side == "b" else ""
