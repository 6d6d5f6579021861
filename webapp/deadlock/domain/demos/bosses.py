"""Boss health over time: of every building and the mid boss, to the second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webapp.deadlock.domain.parse.lanes import lane as lane_word

if TYPE_CHECKING:
    import polars as pl

KINDS: Final = {
    "guardian": "Guardian",
    "walker": "Walker",
    "barracks": "Base Guardians",
    "shrine": "Shrine",
    "patron": "Patron",
    "mid_boss": "Mid boss",
}


@dataclass(frozen=True, slots=True)
class BossHealth:
    """One building, or one life of the mid boss; `health` is in points, at the seconds `at_s`.

    From each of them until the next its health was that. One that nobody hurt has one second.
    """

    kind: str
    side: str | None
    lane: str | None
    max_health: int
    at_s: tuple[int, ...]
    health: tuple[int, ...]

    @property
    def hurt(self) -> bool:
        """Say whether its health ever changed."""
        return len(self.at_s) > 1

    def share_at(self, at_s: int) -> float | None:
        """Give its share of health at a second; None before the demo first tells of it."""
        number = bisect_right(self.at_s, at_s)
        return self.health[number - 1] / self.max_health if number else None


def boss_health(tables: Mapping[str, pl.DataFrame], *, four: bool) -> tuple[BossHealth, ...]:
    """Give each boss, in the order their health first changed; whom nobody hurt come last."""
    told = [tables["bosses"]] if "bosses" in tables else []
    if "guardians" in tables:
        told.append(_of_lanes(tables["guardians"]))
    rows = [table.drop_nulls(["at_s", "health", "entity", "kind"]) for table in told]
    found = [
        _boss(one, four=four)
        for table in rows
        for one in table.partition_by("entity", "kind", "lane", maintain_order=True)
    ]
    hurt = sorted((one for one in found if one.hurt), key=lambda one: one.at_s[1])
    return (*hurt, *(one for one in found if not one.hurt))


def _of_lanes(table: pl.DataFrame) -> pl.DataFrame:
    """Leave out Guardians of a base: of one lane and side the Guardian stands nearest the middle.

    The reader tells both kinds alike of the four-lane map, and only these of later ones.
    """
    import polars as pl

    told = table.drop_nulls(["side", "lane", "entity"]).with_columns(kind=pl.lit("guardian"))
    stands = told.unique("entity", keep="first", maintain_order=True)
    middle = stands.group_by("side").agg(pl.col("y").mean())["y"].mean()
    away = (pl.col("y") - pl.lit(middle)).abs()
    first = stands.sort(away, nulls_last=True, maintain_order=True)
    first = first.unique(["side", "lane"], keep="first", maintain_order=True)
    return told.join(first.select("entity"), on="entity", how="semi", maintain_order="left")


def _boss(rows: pl.DataFrame, *, four: bool) -> BossHealth:
    by_second = {int(at): health for at, health in rows.select("at_s", "health").rows()}
    seconds = sorted(by_second)
    told = [
        at for n, at in enumerate(seconds) if n == 0 or by_second[at] != by_second[seconds[n - 1]]
    ]
    first = rows.row(0, named=True)
    most = [one for one in rows["max_health"].to_list() if one]
    return BossHealth(
        kind=KINDS.get(first["kind"], str(first["kind"])[:30]),
        side=first["side"],
        lane=lane_word(first["lane"], four=four),
        max_health=max(1, *most, *by_second.values()),
        at_s=tuple(told),
        health=tuple(by_second[at] for at in told),
    )
