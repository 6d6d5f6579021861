"""Somebody's rank, as Riot words an entry of a league."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from webapp.lol.domain.played import MiniSeries
from webapp.lol.domain.summoner.ladder import QUEUES
from webapp.lol.models import LolAccount, LolRank
from webapp.lol.store import ranks


class RankBody(msgspec.Struct, rename="camel"):
    """An entry of a league; `leagueId` is empty where a rank is older than our keeping it.

    `miniSeries` is there only while somebody plays for promotion.
    """

    league_id: str
    queue_type: str
    tier: str
    rank: str
    puuid: str
    league_points: int
    wins: int
    losses: int
    veteran: bool
    inactive: bool
    fresh_blood: bool
    hot_streak: bool
    mini_series: MiniSeries | UnsetType


def rank_body(account: LolAccount) -> RankBody | None:
    """Tell the Solo rank, else Flex, else any there is; None for the unranked."""
    held = {one.queue: one for one in ranks.load_standing(account.id) if one.tier}
    queue = next((one for one in (*QUEUES, *held) if one in held), None)
    return _entry(account, held[queue]) if queue else None


def _entry(account: LolAccount, one: LolRank) -> RankBody:
    return RankBody(
        league_id=one.league_id,
        queue_type=one.queue,
        tier=one.tier,
        rank=one.division,
        puuid=account.puuid,
        league_points=one.points,
        wins=one.wins,
        losses=one.losses,
        veteran=one.veteran,
        inactive=one.inactive,
        fresh_blood=one.fresh_blood,
        hot_streak=one.hot_streak,
        mini_series=msgspec.convert(one.mini_series, MiniSeries) if one.mini_series else UNSET,
    )
