"""Boss health over time, thinned to what a chart can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webapp.deadlock.domain.parse.lanes import lane as lane_word

if TYPE_CHECKING:
    import polars as pl

KINDS: Final = {
    "walker": "Walker",
    "barracks": "Base Guardians",
    "shrine": "Shrine",
    "patron": "Patron",
    "mid_boss": "Mid boss",
}
MOST_POINTS: Final = 60


@dataclass(frozen=True, slots=True)
class BossHealth:
    """One building, or one life of the mid boss; `health` is in points, at the seconds `at_s`."""

    kind: str
    side: str | None
    lane: str | None
    max_health: int
    at_s: tuple[int, ...]
    health: tuple[int, ...]


def boss_health(table: pl.DataFrame | None, *, four: bool) -> tuple[BossHealth, ...]:
    """Give each boss whose health ever changed, in the order their health first did.

    At most sixty points each: first, last, and of the rest every so-many-th.
    """
    if table is None:
        return ()
    told = table.drop_nulls(["at_s", "health", "entity", "kind"])
    found = [_boss(one, four=four) for one in told.partition_by("entity", "kind", "lane")]
    return tuple(sorted((one for one in found if one), key=lambda one: one.at_s[1]))


def _boss(rows: pl.DataFrame, *, four: bool) -> BossHealth | None:
    changes = [(int(at), health) for at, health in rows.select("at_s", "health").rows()]
    changes = [one for n, one in enumerate(changes) if n == 0 or one[1] != changes[n - 1][1]]
    if len(changes) < 2:  # noqa: PLR2004 - one point is no change
        return None
    kept = _thinned(changes)
    first = rows.row(0, named=True)
    most = [one for one in rows["max_health"].to_list() if one]
    return BossHealth(
        kind=KINDS.get(first["kind"], str(first["kind"])[:30]),
        side=first["side"],
        lane=lane_word(first["lane"], four=four),
        max_health=max(*most, *(health for _, health in kept)),
        at_s=tuple(at for at, _ in kept),
        health=tuple(health for _, health in kept),
    )


def _thinned(changes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(changes) <= MOST_POINTS:
        return changes
    last = len(changes) - 1
    wanted = sorted({round(n * last / (MOST_POINTS - 1)) for n in range(MOST_POINTS)})
    return [changes[n] for n in wanted]
