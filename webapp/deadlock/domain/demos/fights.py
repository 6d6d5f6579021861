"""Who hurt whom in each fight, hit by hit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.deadlock.domain.analysis.events import events_of
from webapp.deadlock.domain.analysis.fights import Fight, fights_of

if TYPE_CHECKING:
    import polars as pl

    from webapp.deadlock.domain.records import Match


@dataclass(frozen=True, slots=True)
class FightHits:
    """The damage those who fought did to the other side, from the first second to the last.

    Columns of one length, a row for each pair: slots, health points taken, hits.
    """

    start_s: int
    end_s: int
    attacker: tuple[int, ...]
    victim: tuple[int, ...]
    damage: tuple[int, ...]
    hits: tuple[int, ...]


def hits_in_fights(tables: Mapping[str, pl.DataFrame], match: Match) -> tuple[FightHits, ...]:
    """Give every fight of a match with its hits; none where the demo tells no hits on players."""
    import polars as pl

    if "hits" not in tables:
        return ()
    told = tables["hits"].drop_nulls(["attacker", "victim", "at_s"]).filter(pl.col("damage") > 0)
    if not told.height:
        return ()
    return tuple(_hits(told, one) for one in fights_of(match, events_of(match)).fights)


def _hits(told: pl.DataFrame, fight: Fight) -> FightHits:
    import polars as pl

    by, on = pl.col("attacker"), pl.col("victim")
    a, b = (list(side.fought) for side in (fight.a, fight.b))
    each_other = (by.is_in(a) & on.is_in(b)) | (by.is_in(b) & on.is_in(a))
    meanwhile = pl.col("at_s").is_between(fight.start_s, fight.end_s + 1, closed="left")
    pairs = told.filter(meanwhile & each_other).group_by("attacker", "victim")
    sums = pairs.agg(pl.col("damage").cast(pl.Int64).sum(), hits=pl.len())
    columns = sums.sort("attacker", "victim").to_dict(as_series=False)
    return FightHits(fight.start_s, fight.end_s, **{k: tuple(v) for k, v in columns.items()})
