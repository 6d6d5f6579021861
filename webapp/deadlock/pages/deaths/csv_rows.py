"""The deaths of a match as rows for CSV: one for each death, and one for each line of a recap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.deadlock.pages.deaths.asked import deaths_of, key_of
from webapp.deadlock.pages.deaths.totals import TotalLine, totals_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment


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


def death_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> tuple[DeathLine, ...]:
    """Give every death asked for as one row."""
    return tuple(_line(one) for one in deaths_of(loaded, moment, query))


def total_lines(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> tuple[TotalLine, ...]:
    """Add up the deaths asked for of everybody who died, by slot."""
    return totals_of(deaths_of(loaded, moment, query))


def recap_lines(
    loaded: Sources, _moment: Moment, query: Mapping[str, str]
) -> tuple[RecapLine, ...]:
    """Give every line of every recap, or of that of the death named."""
    story = loaded.slices["deaths"]
    named = {one.recap for one in story.deaths if key_of(one) == query.get("death")}
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
        if not named or number in named
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
