"""The games of an account that are kept here, and the company it kept in them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.lol.domain.played import Company, Played
from webapp.lol.models import LolKnownPuuid, LolMatch, LolPlayed, LolPlayer

MOST_GAMES = 1_000
_MATCH = ("match_id", "started_at", "duration_s", "queue_id", "game_mode", "layout", "patch")
_PLAYER = tuple(name for name in Played.__slots__ if name not in _MATCH)


def load_games(account_id: uuid.UUID, *, limit: int = MOST_GAMES) -> list[Played]:
    """Give an account's games kept here, newest first; samples are never among real ones."""
    return _games(LolPlayer.puuid.in_(_puuids(account_id)), limit)


def games_on(champion_id: int, *, limit: int = MOST_GAMES) -> list[Played]:
    """Give the games on a champion kept here, newest first, samples left out."""
    return _games(LolPlayer.champion_id == champion_id, limit)


def games_of_name(
    name: str, tag: str, platform: str | None, *, limit: int = MOST_GAMES
) -> list[Played]:
    """Give the games kept here of whoever bore a Riot ID in them, newest first.

    For somebody never looked up: files readers brought and samples count too, as there is
    nothing else of them, and the ID may have been another's before.
    """
    called = and_(
        func.lower(LolPlayer.name) == func.lower(name),
        func.lower(LolPlayer.tag) == func.lower(tag),
    )
    here = LolMatch.platform == platform if platform else true()
    return _games(and_(called, here), limit, anyhow=True)


def accounts_in(match_id: str) -> list[uuid.UUID]:
    """Give the accounts known here that played a game kept here."""
    known = select(LolKnownPuuid.account_id).join(LolPlayer, LolPlayer.puuid == LolKnownPuuid.puuid)
    return list(db.session.scalars(known.where(LolPlayer.match_id == match_id)))


def champion_counts() -> list[tuple[int, int, int]]:
    """Give for each champion the games kept here that somebody won or lost, and those won."""
    won = func.count().filter(LolPlayer.won.is_(True))
    query = (
        select(LolPlayer.champion_id, func.count(), won)
        .join(LolMatch, LolMatch.match_id == LolPlayer.match_id)
        .where(LolMatch.provenance == "upstream", LolPlayer.won.is_not(None))
        .group_by(LolPlayer.champion_id)
    )
    return [(champion, games, wins) for champion, games, wins in db.session.execute(query)]


def not_kept(account_id: uuid.UUID, limit: int) -> list[str]:
    """Give matches Riot lists for an account that are not kept here, newest first."""
    kept = select(LolMatch.match_id).where(LolMatch.match_id == LolPlayed.match_id).exists()
    query = select(LolPlayed.match_id).where(LolPlayed.account_id == account_id, ~kept)
    newest = (func.length(LolPlayed.match_id).desc(), LolPlayed.match_id.desc())
    return list(db.session.scalars(query.order_by(*newest).limit(limit)))


def count_listed(account_id: uuid.UUID) -> int:
    """Count the matches Riot lists for an account, kept here or not."""
    query = select(func.count()).where(LolPlayed.account_id == account_id)
    return db.session.scalar(query) or 0


def load_company(account_id: uuid.UUID, match_ids: Sequence[str], limit: int) -> list[Company]:
    """Give who was there in these games more than once, most often first."""
    mine, their = aliased(LolPlayer), aliased(LolPlayer)
    with_me = and_(mine.side == their.side, mine.side.is_not(None))
    against = and_(mine.side != their.side, mine.side.is_not(None))
    query = (
        select(
            func.max(their.name),
            func.max(their.tag),
            func.count().filter(with_me),
            func.count().filter(with_me, mine.won.is_(True)),
            func.count().filter(against),
            func.count().filter(against, mine.won.is_(True)),
        )
        .join(their, and_(their.match_id == mine.match_id, their.slot != mine.slot))
        .where(mine.puuid.in_(_puuids(account_id)), mine.match_id.in_(match_ids))
        .where(their.puuid.is_not(None), their.name.is_not(None))
        .group_by(their.puuid)
        .having(func.count() > 1)
        .order_by(func.count().desc(), func.max(their.name))
        .limit(limit)
    )
    rows: list[Any] = list(db.session.execute(query))
    return [Company(name, tag or "", *counts) for name, tag, *counts in rows]


def _games(mine: ColumnElement[bool], limit: int, *, anyhow: bool = False) -> list[Played]:
    columns = [
        *(getattr(LolMatch, name) for name in _MATCH),
        *(getattr(LolPlayer, name) for name in _PLAYER),
    ]
    query = (
        select(*columns)
        .join(LolPlayer, LolPlayer.match_id == LolMatch.match_id)
        .where(mine, true() if anyhow else LolMatch.provenance == "upstream")
        .order_by(LolMatch.started_at.desc())
        .limit(limit)
    )
    return [Played(**row) for row in db.session.execute(query).mappings()]


def _puuids(account_id: uuid.UUID) -> Select[str]:
    return select(LolKnownPuuid.puuid).where(LolKnownPuuid.account_id == account_id)
