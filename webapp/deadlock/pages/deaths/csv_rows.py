"""The deaths of a match as rows for CSV: one for each death, and one for each line of a recap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DeathLine:
    """One death; people are slots, lists of them are parted by spaces, the victim left out."""

    at_s: int
    victim: int
    side: str
    killer: int | None
    place: str
    killer_place: str
    x: float | None
    y: float | None
    killer_x: float | None
    killer_y: float | None
    distance_m: float | None
    time_to_kill_s: float | None
    respawn_s: int
    alive_own: int
    alive_enemy: int
    near_own: str
    near_enemy: str
    health_before: str
    souls_from_s: int | None
    souls_to_s: int | None
    souls_lost: int | None
    souls_deaths: int | None
    answered: str
    fell: str
    recap: int | None


@dataclass(frozen=True, slots=True)
class RecapLine:
    """What one dealer did to a victim with one source between two samples."""

    recap: int
    victim: int
    from_s: int
    to_s: int
    deaths: int
    dealer: int
    source: str
    damage: int
    lethal: int


def death_lines(story: Any) -> tuple[DeathLine, ...]:
    """Give every death as one row."""
    return tuple(_line(one) for one in story.deaths)


def recap_lines(story: Any) -> tuple[RecapLine, ...]:
    """Give every line of every recap."""
    return tuple(
        RecapLine(
            number,
            one.victim,
            one.from_s,
            one.to_s,
            one.deaths,
            dealer,
            story.sources[source],
            damage,
            lethal,
        )
        for number, one in enumerate(story.recaps)
        for dealer, source, damage, lethal in zip(
            one.dealers, one.sources, one.damage, one.lethal, strict=True
        )
    )


def _line(one: Any) -> DeathLine:
    around, after = one.around, one.after
    near, lost = around.near, after.souls
    plain = ("at_s", "victim", "killer", "place", "killer_place", "x", "y", "killer_x", "killer_y")
    more = ("distance_m", "time_to_kill_s", "respawn_s", "recap")
    return DeathLine(
        **{name: getattr(one, name) for name in (*plain, *more)},
        side=around.side,
        alive_own=around.alive_own,
        alive_enemy=around.alive_enemy,
        near_own=_list(near.own) if near else "",
        near_enemy=_list(near.enemy) if near else "",
        health_before=_list(around.health),
        souls_from_s=lost.from_s if lost else None,
        souls_to_s=lost.to_s if lost else None,
        souls_lost=lost.souls if lost else None,
        souls_deaths=lost.deaths if lost else None,
        answered=_list(after.answered),
        fell=_list(after.fell),
    )


def _list(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))
