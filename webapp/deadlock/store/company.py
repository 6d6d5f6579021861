"""Who met whom in the matches kept here. Only bodies from the archive count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from webapp.core.db import db
from webapp.deadlock.models import DeadlockMatch, DeadlockPlayer


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
    game_mode: str
    match_mode: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody an account met in kept matches, on its side or against it."""

    account_id: int
    together: bool
    matches: int
    wins: int
    decided: int
    last_at: datetime


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
            match.game_mode,
            match.match_mode,
        )
        .join(me, me.match_id == match.match_id)
        .join(other, other.match_id == match.match_id)
        .where(me.account_id == account_id, other.account_id == other_id)
        .where(match.provenance == "upstream")
        .order_by(match.started_at.desc())
    )
    return [Shared(*row) for row in db.session.execute(query)]
