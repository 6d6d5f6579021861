"""Accounts: who they are, their matches, heroes and company, as OpenDota last told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.prepared import Prepared
from webapp.core.readers import Question
from webapp.dota2.models import (
    Dota2Account,
    Dota2HeroRecord,
    Dota2Peer,
    Dota2Vanity,
)

MOST_KEPT = 200
VANITY_HOLDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Who:
    """Who an account is."""

    persona_name: str | None
    pro_name: str | None
    rank_tier: int | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Known(Who):
    """Who an account is, and when its matches were fetched last."""

    history_fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlayedHero:
    """Games and wins as one hero, over everything OpenDota knows."""

    hero_id: int
    games: int
    wins: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody an account met; wins are the account's own."""

    other_id: int
    name: str | None
    with_games: int
    with_wins: int
    against_games: int
    against_wins: int
    last_at: datetime | None


def save_account(account_id: int, who: Who) -> None:
    """Keep who an account is, in the caller's transaction."""
    names = {
        "persona_name": (who.persona_name or "")[:80] or None,
        "pro_name": (who.pro_name or "")[:80] or None,
    }
    row = {**asdict(who), **names, "history_fetched_at": utc_now()}
    new = insert(Dota2Account).values(account_id=account_id, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["account_id"], set_=row))


def save_heroes(account_id: int, heroes: Sequence[PlayedHero]) -> None:
    """Keep an account's heroes in place of those before."""
    _replace(Dota2HeroRecord, account_id, [asdict(one) for one in heroes])


def save_peers(account_id: int, met: Sequence[Met]) -> None:
    """Keep whom an account met most often in place of those before."""
    often = sorted(met, key=lambda one: -(one.with_games + one.against_games))[:MOST_KEPT]
    _replace(Dota2Peer, account_id, [asdict(one) for one in often])


def save_vanity(name: str, account_id: int) -> None:
    """Keep whose profile a name is, in the caller's transaction."""
    row = {"account_id": account_id, "found_at": utc_now()}
    new = insert(Dota2Vanity).values(name=name.casefold(), **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["name"], set_=row))


def account_called(name: str) -> int | None:
    """Give the account a Steam name was found to be lately; names change hands."""
    found = db.session.get(Dota2Vanity, name.casefold())
    fresh = found is not None and utc_now() - found.found_at < VANITY_HOLDS
    return found.account_id if found and fresh else None


def load_account(account_id: int) -> Known | None:
    """Give what is known of an account."""
    row = _ACCOUNT.row(account_id=account_id)
    return Known(*row) if row else None


def account_question(account_id: int) -> Question:
    """Give the question behind `load_account`, to be asked together with others."""
    return _ACCOUNT.question(account_id=account_id)


def games_question(account_id: int) -> Question:
    """Ask how many matches of an account OpenDota knows, by all its heroes together."""
    return _IN_ALL.question(account_id=account_id)


def load_names(account_ids: Sequence[int]) -> dict[int, str]:
    """Give the names we know of these accounts, a professional's own first."""
    table = Dota2Account
    query = select(table.account_id, table.pro_name, table.persona_name)
    rows = db.session.execute(query.where(table.account_id.in_(account_ids)))
    return {account_id: str(pro or name) for account_id, pro, name in rows if pro or name}


def load_peers(account_id: int) -> list[Met]:
    """Give whom an account met, most often first."""
    columns = [getattr(Dota2Peer, name) for name in Met.__slots__]
    query = select(*columns).where(Dota2Peer.account_id == account_id)
    found = [Met(*row) for row in db.session.execute(query)]
    return sorted(found, key=lambda one: (-(one.with_games + one.against_games), one.other_id))


def recent_accounts(limit: int) -> list[Dota2Account]:
    """Give the accounts fetched last."""
    query = select(Dota2Account).where(Dota2Account.history_fetched_at.is_not(None))
    newest = Dota2Account.history_fetched_at.desc()
    return list(db.session.scalars(query.order_by(newest).limit(limit)))


def _replace(model: Any, account_id: int, rows: Sequence[dict[str, Any]]) -> None:
    db.session.execute(delete(model).where(model.account_id == account_id))
    if rows:
        keyed = [{"account_id": account_id, **row} for row in rows]
        db.session.execute(insert(model).on_conflict_do_nothing(), keyed)


_ACCOUNT = Prepared(
    select(*(getattr(Dota2Account, field.name) for field in fields(Known))).where(
        Dota2Account.account_id == bindparam("account_id")
    )
)
_IN_ALL = Prepared(
    select(func.coalesce(func.sum(Dota2HeroRecord.games), 0)).where(
        Dota2HeroRecord.account_id == bindparam("account_id")
    )
)
