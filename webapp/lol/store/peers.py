"""How one player's figures stand among those of the same role in the games kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Float, case, cast, func, select
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.lol.models import LolMatch, LolPlayer

FIGURES: Final = ("kill participation", "gold", "cs", "damage", "vision", "deaths")

MOST_GAMES: Final = 5_000
"""The newest so many: more would only be slower, and older patches are another game."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Among how many one figure was compared, how many were below and how many equal."""

    games: int
    below: int
    equal: int

    @property
    def percent(self) -> float | None:
        """Give the share that was below, half of the equal ones with it; None among nobody."""
        return 100 * (self.below + self.equal / 2) / self.games if self.games else None


def standings(match_id: str, role: str, own: Mapping[str, float | None]) -> dict[str, Standing]:
    """Compare figures (per minute, but the first, a share) with fetched games of the same role."""
    newest = aliased(LolMatch, _newest())
    measures = _measures(newest)
    known = {name: value for name, value in own.items() if value is not None}
    columns: list[Any] = []
    for name, value in known.items():
        measure = func.round(cast(measures[name], Float) * _FINE)
        mine = round(value * _FINE)
        columns += [
            func.count(measure),
            func.count().filter(measure < mine),
            func.count().filter(measure == mine),
        ]
    if not columns:
        return {}
    query = (
        select(*columns)
        .select_from(LolPlayer)
        .join(newest, newest.match_id == LolPlayer.match_id)
        .where(LolPlayer.role == role, LolPlayer.match_id != match_id, LolPlayer.won.is_not(None))
    )
    row = db.session.execute(query).one()
    return {name: Standing(*row[3 * n : 3 * n + 3]) for n, name in enumerate(known)}


_FINE: Final = 10_000
"""Rounded so, a figure worked out here and one worked out in the database are equal."""


def _newest() -> Any:
    counts = (
        LolMatch.provenance == "upstream",
        LolMatch.layout == "rift",
        LolMatch.duration_s > 0,
    )
    query = select(LolMatch).where(*counts).order_by(LolMatch.started_at.desc())
    return query.limit(MOST_GAMES).subquery()


def _measures(match: Any) -> dict[str, Any]:
    minutes = match.duration_s / 60.0
    kills = case((LolPlayer.side == "a", match.kills_a), else_=match.kills_b)
    hand = (LolPlayer.kills + LolPlayer.assists) * 1.0 / func.nullif(kills, 0)
    return {
        "kill participation": hand,
        "gold": LolPlayer.gold / minutes,
        "cs": LolPlayer.cs / minutes,
        "damage": LolPlayer.damage / minutes,
        "vision": LolPlayer.vision / minutes,
        "deaths": LolPlayer.deaths / minutes,
    }
