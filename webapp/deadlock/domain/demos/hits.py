"""The last hits before each death, and from how high they came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from webapp.deadlock.domain.demos.agreement import CLOSE_S
from webapp.deadlock.domain.lanes import UNITS_PER_METRE

if TYPE_CHECKING:
    import polars as pl

    from webapp.deadlock.domain.records import Death, Match

LAST_S: Final = 10.0
MOST_HITS: Final = 40
SAME_TICK_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class DeathHits:
    """One death's last hits, the latest last; the tuples go together, hit by hit.

    `before_s` counts back from the death. `attacker` is a slot, None for whoever is no player.
    `height_m` is how much higher the attacker stood than the victim; None when not known.
    """

    slot: int
    at_s: int
    killer: int | None
    before_s: tuple[float, ...]
    attacker: tuple[int | None, ...]
    ability_id: tuple[int, ...]
    damage: tuple[int, ...]
    health_left: tuple[int, ...]
    height_m: tuple[float | None, ...]
    left_out: int


def hits_before_deaths(tables: Mapping[str, pl.DataFrame], match: Match) -> tuple[DeathHits, ...]:
    """Give each death that has hits in its last ten seconds, in the order of the match.

    A death stands where its kill stands in the demo, to the tick; without one, at the end of
    the second the metadata gives it.
    """
    hits = tables.get("hits")
    if hits is None or hits["victim"].null_count() == hits.height or not hits["at_s"].count():
        return ()
    kills = _kill_times(tables.get("kills"))
    heights = _Heights(tables.get("positions"))
    found = []
    for slot, death in _deaths(match):
        died_at = _exactly(kills.get(slot, []), death.at_s)
        last = _last_hits(hits, slot, died_at)
        if last.height:
            told = _death_hits(slot, death, died_at, last.tail(MOST_HITS), heights)
            found.append(replace(told, left_out=max(0, last.height - MOST_HITS)))
    return tuple(found)


def _deaths(match: Match) -> Iterator[tuple[int, Death]]:
    every = [(player.slot, death) for player in match.players for death in player.deaths]
    yield from sorted(every, key=lambda one: (one[1].at_s, one[0]))


def _kill_times(kills: pl.DataFrame | None) -> dict[int, list[float]]:
    times: dict[int, list[float]] = {}
    if kills is not None:
        for slot, at in kills.drop_nulls(["victim", "at_s"]).select("victim", "at_s").rows():
            times.setdefault(slot, []).append(at)
    return times


def _exactly(times: list[float], at_s: int) -> float:
    near = [at for at in times if abs(at - at_s) <= CLOSE_S]
    return min(near, key=lambda at: abs(at - at_s)) if near else at_s + 1.0


def _last_hits(hits: pl.DataFrame, slot: int, died_at: float) -> pl.DataFrame:
    import polars as pl

    at = pl.col("at_s")
    near = (at >= died_at - LAST_S) & (at <= died_at + SAME_TICK_S)
    return hits.filter((pl.col("victim") == slot) & near & (pl.col("damage") > 0))


def _death_hits(
    slot: int, death: Death, died_at: float, last: pl.DataFrame, heights: _Heights
) -> DeathHits:
    times, attackers = last["at_s"].to_list(), last["attacker"].to_list()
    return DeathHits(
        slot=slot,
        at_s=death.at_s,
        killer=death.killer,
        before_s=tuple(round(max(0.0, died_at - at), 1) for at in times),
        attacker=tuple(attackers),
        ability_id=tuple(one or 0 for one in last["ability_id"]),
        damage=tuple(last["damage"]),
        health_left=tuple(one or 0 for one in last["health_left"]),
        height_m=tuple(
            heights.above(slot, attacker, at) for at, attacker in zip(times, attackers, strict=True)
        ),
        left_out=0,
    )


class _Heights:
    """Everybody's height once a second."""

    def __init__(self, positions: pl.DataFrame | None) -> None:
        self._z: dict[tuple[int, int], int] = {}
        if positions is not None and positions.height:
            told = positions.drop_nulls(["slot", "at_s", "z"])
            for slot, at, z in told.select("slot", "at_s", "z").rows():
                self._z[slot, round(at)] = z

    def above(self, victim: int, attacker: int | None, at: float) -> float | None:
        """Say how many metres higher the attacker stood, by the nearest second."""
        low = self._z.get((victim, round(at)))
        high = None if attacker is None else self._z.get((attacker, round(at)))
        return None if low is None or high is None else round((high - low) / UNITS_PER_METRE, 1)
