"""Accounts and their histories: what the archive told, and what of it is analysed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from webapp.core.db import db, utc_now
from webapp.deadlock.models import DeadlockAccount, DeadlockHistory, DeadlockMatch, DeadlockPlayer
from webapp.deadlock.store.matches import renew_pages


@dataclass(frozen=True, slots=True)
class Played:
    """One match an account played, by the archive's history or by our own analysis."""

    match_id: int
    started_at: datetime
    duration_s: int | None
    hero_id: int
    game_mode: str
    match_mode: str
    won: bool | None
    abandoned: bool
    kills: int
    deaths: int
    assists: int
    souls: int
    last_hits: int
    denies: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One kept match of two accounts: on one side or against each other."""

    match_id: int
    started_at: datetime
    duration_s: int
    hero_id: int
    other_hero_id: int
    together: bool
    won: bool | None


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody an account met in kept matches, on its side or against it."""

    account_id: int
    together: bool
    matches: int
    wins: int
    decided: int
    last_at: datetime


def save_history(account_id: int, played: Sequence[Played]) -> None:
    """Keep an account's history in the caller's transaction; known lines are brought up to date."""
    if played:
        rows = [{"account_id": account_id, **asdict(one)} for one in played]
        new = insert(DeadlockHistory)
        change = {name: new.excluded[name] for name in rows[0] if name not in _KEY}
        db.session.execute(new.on_conflict_do_update(index_elements=_KEY, set_=change), rows)
    _touch(account_id, history_fetched_at=utc_now())


def save_profiles(names: dict[int, str]) -> None:
    """Keep the names accounts show on Steam."""
    known = load_names(list(names))
    changed = [account_id for account_id, name in names.items() if known.get(account_id) != name]
    for account_id, name in names.items():
        _touch(account_id, persona_name=name[:80], profile_fetched_at=utc_now())
    _renew_pages(changed)


def save_rank(account_id: int, badge: int | None) -> None:
    """Keep the badge an account was last seen with."""
    _touch(account_id, rank=badge)


def load_account(account_id: int) -> DeadlockAccount | None:
    """Give what is known of an account."""
    return db.session.get(DeadlockAccount, account_id)


def load_names(account_ids: Sequence[int]) -> dict[int, str]:
    """Give the Steam names we know of these accounts."""
    query = select(DeadlockAccount.account_id, DeadlockAccount.persona_name).where(
        DeadlockAccount.account_id.in_(account_ids), DeadlockAccount.persona_name.is_not(None)
    )
    return {account_id: str(name) for account_id, name in db.session.execute(query)}


def load_history(account_id: int) -> list[Played]:
    """Give all matches of an account that are known here, newest first.

    The archive's lines, and matches analysed here that its history lacks.
    """
    lines = {one.match_id: one for one in _analysed(account_id)}
    lines |= {one.match_id: one for one in _told(account_id)}
    return sorted(lines.values(), key=lambda one: (one.started_at, one.match_id), reverse=True)


def load_companions(account_id: int, match_ids: Sequence[int]) -> list[Companion]:
    """Give whom an account met in these of its kept matches, most often first.

    Only bodies from the archive count. Wins are the account's own.
    """
    me, other, match = aliased(DeadlockPlayer), aliased(DeadlockPlayer), DeadlockMatch
    together, n = other.team == me.team, func.count()
    query = (
        select(
            other.account_id,
            together,
            n,
            func.count().filter(me.won.is_(True)),
            func.count(me.won),
            func.max(match.started_at),
        )
        .join(other, (other.match_id == me.match_id) & (other.slot != me.slot))
        .join(match, match.match_id == me.match_id)
        .where(me.account_id == account_id, me.match_id.in_(match_ids))
        .where(other.account_id.is_not(None), match.provenance == "upstream")
        .group_by(other.account_id, together)
        .order_by(n.desc(), other.account_id)
    )
    return [
        Companion(found, side, matches, wins, decided, last_at)
        for found, side, matches, wins, decided, last_at in db.session.execute(query)
        if found is not None
    ]


def count_kept(match_ids: Sequence[int]) -> int:
    """Count those of these matches that are kept here and came from the archive."""
    query = select(func.count()).where(
        DeadlockMatch.match_id.in_(match_ids), DeadlockMatch.provenance == "upstream"
    )
    return db.session.scalar(query) or 0


def load_shared(account_id: int, other_id: int) -> list[Shared]:
    """Give the kept matches of two accounts, newest first; `won` is the first one's."""
    me, other, match = aliased(DeadlockPlayer), aliased(DeadlockPlayer), DeadlockMatch
    query = (
        select(
            match.match_id,
            match.started_at,
            match.duration_s,
            me.hero_id,
            other.hero_id,
            other.team == me.team,
            me.won,
        )
        .join(me, me.match_id == match.match_id)
        .join(other, other.match_id == match.match_id)
        .where(me.account_id == account_id, other.account_id == other_id)
        .where(match.provenance == "upstream")
        .order_by(match.started_at.desc())
    )
    return [Shared(*row) for row in db.session.execute(query)]


def recent_accounts(limit: int) -> list[DeadlockAccount]:
    """Give the accounts whose history was fetched last."""
    query = select(DeadlockAccount).where(DeadlockAccount.history_fetched_at.is_not(None))
    newest = DeadlockAccount.history_fetched_at.desc()
    return list(db.session.scalars(query.order_by(newest).limit(limit)))


def count_accounts() -> int:
    """Count the accounts whose history is kept here."""
    query = select(func.count()).where(DeadlockAccount.history_fetched_at.is_not(None))
    return db.session.scalar(query) or 0


_KEY = ["account_id", "match_id"]


def _touch(account_id: int, **values: object) -> None:
    new = insert(DeadlockAccount).values(account_id=account_id, **values)
    db.session.execute(new.on_conflict_do_update(index_elements=["account_id"], set_=values))


def _renew_pages(account_ids: Sequence[int]) -> None:
    """Renew every match that shows these accounts: their names changed."""
    shown = select(DeadlockPlayer.match_id).where(DeadlockPlayer.account_id.in_(account_ids))
    renew_pages(DeadlockMatch.match_id.in_(shown))


def _told(account_id: int) -> list[Played]:
    columns = [getattr(DeadlockHistory, name) for name in Played.__slots__]
    query = select(*columns).where(DeadlockHistory.account_id == account_id)
    return [Played(*row) for row in db.session.execute(query)]


def _analysed(account_id: int) -> list[Played]:
    query = (
        select(
            DeadlockMatch.match_id,
            DeadlockMatch.started_at,
            DeadlockMatch.duration_s,
            DeadlockPlayer.hero_id,
            DeadlockMatch.game_mode,
            DeadlockMatch.match_mode,
            DeadlockPlayer.won,
            DeadlockPlayer.kills,
            DeadlockPlayer.deaths,
            DeadlockPlayer.assists,
            DeadlockPlayer.souls,
            DeadlockPlayer.last_hits,
            DeadlockPlayer.denies,
        )
        .join(DeadlockPlayer, DeadlockPlayer.match_id == DeadlockMatch.match_id)
        .where(DeadlockPlayer.account_id == account_id)
    )
    return [Played(abandoned=False, **row) for row in db.session.execute(query).mappings()]
