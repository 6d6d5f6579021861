"""Ranks over time: a row only when one changed, so that they are a history of LP; marks beside."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Uuid, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import distinct_on, insert

from webapp.core.db import db, utc_now
from webapp.core.prepared import Prepared
from webapp.lol.domain.played import Marks, Rank
from webapp.lol.models import LolKnownPuuid, LolRank

MOST_KEPT = 400
_SAME = ("tier", "division", "points", "wins", "losses")


def save_ranks(account_id: uuid.UUID, ranks: Sequence[Rank]) -> None:
    """Keep what changed of an account's ranks, in the caller's transaction.

    To be unranked is a change for somebody who had a rank, and nothing for anybody else.
    """
    current = {one.queue: one for one in load_standing(account_id)}
    rows = [
        {"account_id": account_id, "queue": one.queue, "seen_at": utc_now(), **_said(one)}
        for one in ranks
        if (_said(current[one.queue]) != _said(one) if one.queue in current else one.tier)
    ]
    if rows:
        db.session.execute(insert(LolRank).on_conflict_do_nothing(), rows)


def save_marks(account_id: uuid.UUID, marks: Mapping[str, Marks]) -> None:
    """Note what Riot says now beside the ranks of queues, in the caller's transaction."""
    for queue, said in marks.items():
        here = (LolRank.account_id == account_id, LolRank.queue == queue)
        newest = select(func.max(LolRank.seen_at)).where(*here).scalar_subquery()
        change = update(LolRank).where(*here, LolRank.seen_at == newest)
        db.session.execute(change.values(**msgspec.to_builtins(said)))


def load_standing(account_id: uuid.UUID) -> list[LolRank]:
    """Give where an account stands now, a row for each queue; a rank that was lost has no tier."""
    query = select(LolRank).ext(distinct_on(LolRank.queue)).where(LolRank.account_id == account_id)
    return list(db.session.scalars(query.order_by(LolRank.queue, LolRank.seen_at.desc())))


def read_rank_history(account_id: uuid.UUID) -> list[Rank]:
    """Give every change of an account's ranks we saw, as committed, oldest first."""
    return [Rank(*row) for row in reversed(_HISTORY.rows(account_id=account_id))]


_HISTORY = Prepared(
    select(*(getattr(LolRank, name) for name in Rank.__struct_fields__))
    .where(LolRank.account_id == bindparam("account_id", type_=Uuid))
    .order_by(LolRank.seen_at.desc())
    .limit(MOST_KEPT)
)


def ranks_of(puuids: Sequence[str], queue: str) -> dict[str, Rank]:
    """Give the ranks we know of the people in a match; who was never asked for has none in it."""
    columns = [getattr(LolRank, name) for name in Rank.__struct_fields__]
    query = (
        select(LolKnownPuuid.puuid, *columns)
        .join(LolRank, LolRank.account_id == LolKnownPuuid.account_id)
        .where(LolKnownPuuid.puuid.in_(puuids), LolRank.queue == queue)
        .order_by(LolRank.seen_at)
    )
    newest = {row[0]: Rank(*row[1:]) for row in db.session.execute(query)}
    return {puuid: one for puuid, one in newest.items() if one.tier}


def _said(one: Rank | LolRank) -> dict[str, object]:
    return {name: getattr(one, name) for name in _SAME}
