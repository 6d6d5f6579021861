"""Accounts and their histories: what the archive told, and what of it is analysed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, starmap
from typing import NamedTuple

import msgspec
from sqlalchemy import Integer, bindparam, false, select
from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, read_together, utc_now
from webapp.core.prepared import Prepared
from webapp.core.readers import Question, Row
from webapp.deadlock.models import DeadlockAccount, DeadlockHistory, DeadlockMatch, DeadlockPlayer
from webapp.deadlock.store.matches import renew_pages
from webapp.jobs.latest import LatestRun, latest_question, runs_of


class Played(msgspec.Struct, frozen=True):
    """One match an account played, by the archive's history or by our own analysis.

    `verified` is false for what only a reader's file tells, and for generated samples.
    """

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
    verified: bool = True


class Known(NamedTuple):
    """What is known of an account itself."""

    persona_name: str | None
    history_fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """An account, its matches, newest first, those of them kept here, and the runs asked for."""

    known: Known | None
    played: list[Played]
    kept: frozenset[int]
    runs: dict[str, LatestRun]


def save_history(account_id: int, played: Sequence[Played], fetched_at: datetime) -> None:
    """Keep an account's history in the caller's transaction; known lines are brought up to date."""
    if played:
        rows = [{"account_id": account_id} | _told_of(one) for one in played]
        new = insert(DeadlockHistory)
        change = {name: new.excluded[name] for name in rows[0] if name not in _KEY}
        db.session.execute(new.on_conflict_do_update(index_elements=_KEY, set_=change), rows)
    _touch(account_id, history_fetched_at=fetched_at)


def save_profiles(names: dict[int, str]) -> None:
    """Keep the names accounts show on Steam."""
    known = load_names(list(names))
    changed = [account_id for account_id, name in names.items() if known.get(account_id) != name]
    for account_id, name in names.items():
        _touch(account_id, persona_name=name[:80], profile_fetched_at=utc_now())
    _renew_pages(changed)


def load_account(account_id: int) -> Known | None:
    """Give what is known of an account."""
    row = _ACCOUNT.row(account_id=account_id)
    return Known(*row) if row else None


def load_names(account_ids: Sequence[int]) -> dict[int, str]:
    """Give the Steam names we know of these accounts."""
    query = select(DeadlockAccount.account_id, DeadlockAccount.persona_name).where(
        DeadlockAccount.account_id.in_(account_ids), DeadlockAccount.persona_name.is_not(None)
    )
    return {account_id: str(name) for account_id, name in db.session.execute(query)}


def load_player(account_id: int, *keys: str) -> Found:
    """Give an account, `load_history` of it, and the last runs of these keys. One round trip."""
    known, analysed, told, *runs = read_together(
        _ACCOUNT.question(account_id=account_id),
        *_played_questions(account_id),
        *([latest_question(keys)] if keys else ()),
    )
    return Found(
        known=Known(*known[0]) if known else None,
        played=_newest_first(analysed, told),
        kept=frozenset(match_id for match_id, *_ in analysed),
        runs=runs_of(chain(*runs)),
    )


def load_history(account_id: int) -> list[Played]:
    """Give all matches of an account that are known here, newest first.

    The archive's lines, and matches analysed here that its history lacks.
    """
    return _newest_first(*read_together(*_played_questions(account_id)))


def load_verified(account_id: int) -> list[Played]:
    """Give the matches that count for an account: what anybody may have written does not."""
    return [one for one in load_history(account_id) if one.verified]


def newest_played(account_id: int, limit: int) -> list[Played]:
    """Give the newest matches of an account that are known here, newest first."""
    return _newest_first(*read_together(*_played_questions(account_id, limit)))[:limit]


def accounts_in(match_id: int) -> list[int]:
    """Give the accounts that played a match kept here."""
    mine = (DeadlockPlayer.match_id == match_id, DeadlockPlayer.account_id.is_not(None))
    found = db.session.scalars(select(DeadlockPlayer.account_id).where(*mine))
    return [one for one in found if one]


def recent_accounts(limit: int) -> list[DeadlockAccount]:
    """Give the accounts whose history was fetched last."""
    query = select(DeadlockAccount).where(DeadlockAccount.history_fetched_at.is_not(None))
    newest = DeadlockAccount.history_fetched_at.desc()
    return list(db.session.scalars(query.order_by(newest).limit(limit)))


_KEY = ["account_id", "match_id"]
_TOLD_NAMES = tuple(name for name in Played.__struct_fields__ if name != "verified")


def _told_of(one: Played) -> dict[str, object]:
    return {name: getattr(one, name) for name in _TOLD_NAMES}


def _touch(account_id: int, **values: object) -> None:
    new = insert(DeadlockAccount).values(account_id=account_id, **values)
    db.session.execute(new.on_conflict_do_update(index_elements=["account_id"], set_=values))


def _renew_pages(account_ids: Sequence[int]) -> None:
    """Renew every match that shows these accounts: their names changed."""
    shown = select(DeadlockPlayer.match_id).where(DeadlockPlayer.account_id.in_(account_ids))
    renew_pages(DeadlockMatch.match_id.in_(shown))


def _played_questions(account_id: int, limit: int | None = None) -> tuple[Question, Question]:
    """Ask for what is analysed here, then for what the archive told."""
    values = {"account_id": account_id, "limit": limit}
    return _ANALYSED.question(**values), _TOLD.question(**values)


def _newest_first(analysed: list[Row], told: list[Row]) -> list[Played]:
    lines = {one.match_id: one for one in starmap(Played, chain(analysed, told))}
    return sorted(lines.values(), key=lambda one: (one.started_at, one.match_id), reverse=True)


_LIMIT = bindparam("limit", type_=Integer)
_ACCOUNT = Prepared(
    select(DeadlockAccount.persona_name, DeadlockAccount.history_fetched_at).where(
        DeadlockAccount.account_id == bindparam("account_id")
    )
)
_TOLD = Prepared(
    select(*(getattr(DeadlockHistory, name) for name in _TOLD_NAMES))
    .where(DeadlockHistory.account_id == bindparam("account_id"))
    .order_by(DeadlockHistory.started_at.desc())
    .limit(_LIMIT)
)
_ANALYSED = Prepared(
    select(
        DeadlockMatch.match_id,
        DeadlockMatch.started_at,
        DeadlockMatch.duration_s,
        DeadlockPlayer.hero_id,
        DeadlockMatch.game_mode,
        DeadlockMatch.match_mode,
        DeadlockPlayer.won,
        false(),
        DeadlockPlayer.kills,
        DeadlockPlayer.deaths,
        DeadlockPlayer.assists,
        DeadlockPlayer.souls,
        DeadlockPlayer.last_hits,
        DeadlockPlayer.denies,
        DeadlockMatch.provenance == "upstream",
    )
    .join(DeadlockPlayer, DeadlockPlayer.match_id == DeadlockMatch.match_id)
    .where(DeadlockPlayer.account_id == bindparam("account_id"))
    .order_by(DeadlockMatch.started_at.desc())
    .limit(_LIMIT)
)
