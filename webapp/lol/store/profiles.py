"""What a profile is made of: one player's means in a role, and where they lie among others'.

Only fetched games on Summoner's Rift that somebody won count, here as in `peers`.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, Final

from sqlalchemy import Float, case, cast, func, select
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.lol.domain.profile import AXES, LEAST_GAMES, Measured
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.models import LolKnownPuuid, LolMatch, LolPlayer

MOST_GAMES: Final = 5_000
"""The newest so many games are compared with."""

_AXES: Final = tuple(axis.key for axis in AXES)
_MEANS: Final = tuple(axis.key for axis in AXES if axis.games == 1)

_FINE: Final = 10_000
"""Figures are compared to four places: the noise of adding up in another order is not a lead."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a player was compared with: how many others, in how many games of theirs."""

    players: int
    games: int
    measured: Mapping[str, Measured]


def load_means(
    account_id: uuid.UUID, role: str, match_ids: Sequence[str]
) -> dict[str, float | None]:
    """Give an account's figure on each axis over these games, None where they do not tell it."""
    mine = LolPlayer.puuid.in_(_own(account_id))
    those = (mine, LolPlayer.role == role, LolMatch.match_id.in_(match_ids))
    games = _games(LolMatch, LolPlayer.role).where(*those)
    row = db.session.execute(select(_people(games))).mappings().one_or_none()
    return {} if row is None else {key: row[key] for key in _AXES}


def compare(
    account_id: uuid.UUID, role: str, own: Mapping[str, float | None], wanted: Filter
) -> Reference:
    """Compare an account's figures with everybody else's in the role; a filter narrows theirs."""
    match = aliased(LolMatch, _newest(wanted))
    games = _games(match, LolPlayer.puuid).where(
        LolPlayer.role == role,
        LolPlayer.won.is_not(None) if wanted.won is None else LolPlayer.won.is_(wanted.won),
        LolPlayer.puuid.is_not(None),
        LolPlayer.puuid.not_in(_own(account_id)),
    )
    people = _people(games)
    columns: list[Any] = [func.count(), func.coalesce(func.sum(people.c.games), 0)]
    for key in _AXES:
        columns += _standing(people.c[key], own.get(key))
    row = db.session.execute(select(*columns).select_from(people)).one()
    places = {key: tuple(row[2 + 4 * n : 6 + 4 * n]) for n, key in enumerate(_AXES)}
    measured = {key: Measured(own.get(key), *place) for key, place in places.items()}
    return Reference(row[0], row[1], measured)


def _standing(figure: Any, own: float | None) -> list[Any]:
    """Ask for the middle of a figure, how many have it, and how many are below and at `own`."""
    fine = func.round(figure * _FINE)
    mine = None if own is None else round(own * _FINE)
    return [
        func.percentile_cont(0.5).within_group(figure),
        func.count(figure),
        func.count().filter(fine < mine) if mine is not None else 0,
        func.count().filter(fine == mine) if mine is not None else 0,
    ]


def _own(account_id: uuid.UUID) -> Any:
    return select(LolKnownPuuid.puuid).where(LolKnownPuuid.account_id == account_id)


def _newest(wanted: Filter) -> Any:
    """Give the newest games that count; days are UTC's, as a filter means them."""
    counts = [
        LolMatch.provenance == "upstream",
        LolMatch.layout == "rift",
        LolMatch.duration_s > 0,
    ]
    if wanted.queue_id is not None:
        counts.append(LolMatch.queue_id == wanted.queue_id)
    if wanted.patch is not None:
        counts.append(LolMatch.patch == wanted.patch)
    if wanted.since is not None:
        counts.append(LolMatch.started_at >= datetime.combine(wanted.since, time.min, UTC))
    if wanted.until is not None:
        counts.append(LolMatch.started_at <= datetime.combine(wanted.until, time.max, UTC))
    query = select(LolMatch).where(*counts).order_by(LolMatch.started_at.desc())
    return query.limit(MOST_GAMES).subquery()


def _games(match: Any, who: Any) -> Any:
    """Ask for the figures of single games; `alike` counts games of one player on one champion."""
    minutes = match.duration_s / 60.0
    kills = case((LolPlayer.side == "a", match.kills_a), else_=match.kills_b)
    figures = {
        "fighting": LolPlayer.damage / minutes,
        "farming": LolPlayer.cs / minutes,
        "vision": LolPlayer.vision / minutes,
        "aggression": LolPlayer.kills / minutes,
        "toughness": LolPlayer.deaths / minutes,
        "teamplay": (LolPlayer.kills + LolPlayer.assists) * 100.0 / func.nullif(kills, 0),
        "gold": LolPlayer.gold / minutes,
    }
    columns = [cast(figure, Float).label(key) for key, figure in figures.items()]
    alike = func.count().over(partition_by=(who, LolPlayer.champion_id))
    query = select(who.label("who"), alike.label("alike"), *columns)
    return query.join(match, match.match_id == LolPlayer.match_id)


def _people(games: Any) -> Any:
    """Ask for each player's means, and over enough games how far they swing and vary."""
    one = games.subquery()
    several = func.count() >= LEAST_GAMES
    means: list[Any] = [func.avg(one.c[key]).label(key) for key in _MEANS]
    swing = func.stddev_samp(one.c.gold) * 100 / func.nullif(func.avg(one.c.gold), 0)
    pairs = func.nullif(func.count() * (func.count() - 1), 0)
    varied = 100 - cast(func.sum(one.c.alike - 1), Float) * 100 / pairs
    return (
        select(
            func.count().label("games"),
            *means,
            case((func.count(one.c.gold) >= LEAST_GAMES, swing)).label("consistency"),
            case((several, varied)).label("versatility"),
        )
        .group_by(one.c.who)
        .subquery()
    )
