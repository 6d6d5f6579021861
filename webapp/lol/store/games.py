"""The games of an account that are kept here, and the company it kept in them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Integer,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.core.prepared import Prepared
from webapp.core.readers import Question, Row
from webapp.lol.domain import modes
from webapp.lol.domain.played import Company, Played
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolAccount, LolKnownPuuid, LolMatch, LolPlayed, LolPlayer

MOST_GAMES = 1_000


def load_games(account_id: uuid.UUID, *, limit: int = MOST_GAMES) -> list[Played]:
    """Give an account's games kept here, newest first; samples are never among real ones."""
    return played_of(_OF_ACCOUNT.rows(account_id=account_id, limit=limit))


def games_on(
    champion_id: int, *, but: uuid.UUID | None = None, limit: int = MOST_GAMES
) -> list[Played]:
    """Give the games on a champion kept here, newest first, samples and one account left out."""
    if but is None:
        return played_of(_ON_CHAMPION.rows(champion_id=champion_id, limit=limit))
    return played_of(_OF_OTHERS.rows(champion_id=champion_id, account_id=but, limit=limit))


def games_in(role: str, *, but: uuid.UUID, limit: int) -> list[Played]:
    """Give the newest games others played in a role on the Rift, an account's own left out."""
    return played_of(_IN_ROLE.rows(role=role, account_id=but, limit=limit))


def games_question(riot_id: RiotId, platform: str | None) -> Question:
    """Ask for the games kept here of the account of a Riot ID, as `load_games` gives them.

    Of an ID never looked up, those of whoever bore it: files readers brought and samples count
    too, as there is nothing else of them, and the ID may have been another's before.
    """
    name, tag = riot_id.key
    asked = {
        "name": riot_id.name,
        "tag": riot_id.tag,
        "name_key": name,
        "tag_key": tag,
        "limit": MOST_GAMES,
    }
    if platform is None:
        return _OF_CALLED.question(**asked)
    return _OF_CALLED_ON.question(**asked, platform=platform)


def played_of(rows: Sequence[Row]) -> list[Played]:
    """Read the answer to `games_question`."""
    return [Played(*row) for row in rows]


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
    query = select(LolPlayed.match_id).where(LolPlayed.account_id == account_id, ~_KEPT)
    newest = (func.length(LolPlayed.match_id).desc(), LolPlayed.match_id.desc())
    return list(db.session.scalars(query.order_by(*newest).limit(limit)))


def count_not_kept(account_id: uuid.UUID) -> int:
    """Count the matches Riot lists for an account that are not kept here."""
    return int(_NOT_KEPT.rows(account_id=account_id)[0][0])


def count_listed(account_id: uuid.UUID) -> int:
    """Count the matches Riot lists for an account, kept here or not."""
    query = select(func.count()).where(LolPlayed.account_id == account_id)
    return db.session.scalar(query) or 0


def load_company(account_id: uuid.UUID, match_ids: Sequence[str], limit: int) -> list[Company]:
    """Give who was there in these games more than once, most often first.

    In the Arena, which has no sides, those of one small team share their place.
    """
    mine, their = aliased(LolPlayer), aliased(LolPlayer)
    sideless = and_(mine.side.is_(None), their.side.is_(None))
    with_me = or_(mine.side == their.side, and_(sideless, mine.place == their.place))
    against = or_(mine.side != their.side, and_(sideless, mine.place != their.place))
    met = func.count().filter(or_(with_me, against))
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
        .having(met > 1)
        .order_by(met.desc(), func.max(their.name))
        .limit(limit)
    )
    rows: list[Any] = list(db.session.execute(query))
    return [Company(name, tag or "", *counts) for name, tag, *counts in rows]


def _puuids(account_id: uuid.UUID | BindParameter[uuid.UUID]) -> Select[str]:
    return select(LolKnownPuuid.puuid).where(LolKnownPuuid.account_id == account_id)


def _either(one: Select[*tuple[Any, ...]], other: Select[*tuple[Any, ...]]) -> CompoundSelect[Any]:
    both = union_all(one, other)
    return both.order_by(both.selected_columns.started_at.desc())


_KEPT = select(LolMatch.match_id).where(LolMatch.match_id == LolPlayed.match_id).exists()
_NOT_KEPT = Prepared(
    select(func.count())
    .select_from(LolPlayed)
    .where(LolPlayed.account_id == bindparam("account_id", type_=Uuid), ~_KEPT)
)
_MATCH = {"match_id", "started_at", "duration_s", "queue_id", "game_mode", "layout", "patch"}
_GAMES = (
    select(
        *(
            getattr(LolMatch if one in _MATCH else LolPlayer, one)
            for one in Played.__struct_fields__
        )
    )
    .join(LolPlayer, LolPlayer.match_id == LolMatch.match_id)
    .order_by(LolMatch.started_at.desc())
    .limit(bindparam("limit", type_=Integer))
)
_REAL = _GAMES.where(LolMatch.provenance == "upstream")
_KNOWN = and_(
    LolAccount.name_key == bindparam("name_key"), LolAccount.tag_key == bindparam("tag_key")
)
_CALLED = _GAMES.where(
    func.lower(LolPlayer.name) == func.lower(bindparam("name", type_=String)),
    func.lower(LolPlayer.tag) == func.lower(bindparam("tag", type_=String)),
    ~select(LolAccount.id).where(_KNOWN).exists(),
)
_OF_ACCOUNT = Prepared(
    _REAL.where(LolPlayer.puuid.in_(_puuids(bindparam("account_id", type_=Uuid))))
)
_ON_CHAMPION = Prepared(_REAL.where(LolPlayer.champion_id == bindparam("champion_id")))
_OTHERS = or_(
    LolPlayer.puuid.is_(None),
    LolPlayer.puuid.not_in(_puuids(bindparam("account_id", type_=Uuid))),
)
_OF_OTHERS = Prepared(_REAL.where(LolPlayer.champion_id == bindparam("champion_id"), _OTHERS))
_IN_ROLE = Prepared(
    _REAL.where(LolPlayer.role == bindparam("role"), LolMatch.layout == modes.RIFT, _OTHERS)
)
_OF_KNOWN = _REAL.where(
    LolPlayer.puuid.in_(
        select(LolKnownPuuid.puuid)
        .join(LolAccount, LolAccount.id == LolKnownPuuid.account_id)
        .where(_KNOWN)
    )
)
_OF_CALLED = Prepared(_either(_OF_KNOWN, _CALLED))
_OF_CALLED_ON = Prepared(
    _either(_OF_KNOWN, _CALLED.where(LolMatch.platform == bindparam("platform")))
)
