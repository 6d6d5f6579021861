"""How one player's figures stand among those of the same role in the games kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Float, case, cast, func, select, true
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.lol.models import LolKnownPuuid, LolMatch, LolPlayer, LolRank

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


@dataclass(frozen=True, slots=True)
class Standings:
    """Figures among all others of a role, and among those of one tier.

    `tier` is None where the player's is not known here; then nobody is in it.
    """

    of_role: dict[str, Standing]
    tier: str | None
    of_tier: dict[str, Standing]


def standings(
    match_id: str, role: str, own: Mapping[str, float | None], puuid: str | None, queue: str
) -> Standings:
    """Compare figures (per minute, but the first, a share) with fetched games of the same role.

    Of the same tier is whose last rank seen here in that queue is in the tier `puuid` is in.
    """
    newest, tiers = aliased(LolMatch, _newest()), _tiers(queue)
    tier = select(tiers.c.tier).where(tiers.c.puuid == puuid).scalar_subquery()
    measures = _measures(newest)
    known = {name: value for name, value in own.items() if value is not None}
    if not known:
        return Standings({}, None, {})
    columns: list[Any] = []
    for name, value in known.items():
        measure = func.round(cast(measures[name], Float) * _FINE)
        mine = round(value * _FINE)
        for among in (true(), tiers.c.tier == tier):
            columns += [
                func.count(measure).filter(among),
                func.count().filter(measure < mine, among),
                func.count().filter(measure == mine, among),
            ]
    query = (
        select(tier, *columns)
        .select_from(LolPlayer)
        .join(newest, newest.match_id == LolPlayer.match_id)
        .outerjoin(tiers, tiers.c.puuid == LolPlayer.puuid)
        .where(LolPlayer.role == role, LolPlayer.match_id != match_id, LolPlayer.won.is_not(None))
    )
    found, *counts = db.session.execute(query).one()
    both = (Standing(*counts[n : n + 3]) for n in range(0, len(counts), 3))
    named = {name: (next(both), next(both)) for name in known}
    return Standings(
        {name: one for name, (one, _) in named.items()},
        found,
        {name: one for name, (_, one) in named.items()} if found else {},
    )


_FINE: Final = 10_000
"""Rounded so, a figure worked out here and one worked out in the database are equal."""


def _tiers(queue: str) -> Any:
    """Give the tier of everybody whose rank is known: the newest, under every id they had."""
    newest = (
        select(LolRank.account_id, LolRank.tier)
        .ext(distinct_on(LolRank.account_id))
        .where(LolRank.queue == queue)
        .order_by(LolRank.account_id, LolRank.seen_at.desc())
        .subquery()
    )
    return (
        select(LolKnownPuuid.puuid, newest.c.tier)
        .join(newest, newest.c.account_id == LolKnownPuuid.account_id)
        .where(newest.c.tier != "")
        .subquery()
    )


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
