"""What people follow, and when followed players were last looked up.

For what a disabled account follows nothing is told and nobody is asked.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from webapp.accounts.models import Account, Follow, FollowCheck
from webapp.core.db import db, utc_now

MOST = 200


@dataclass(frozen=True, slots=True)
class Thing:
    """A player or a match of one game."""

    game: str
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Due:
    """A followed player to look up; `run_id` is the run that did so last."""

    key: str
    checked_at: datetime | None
    run_id: uuid.UUID | None


def add_follow(account_id: int, thing: Thing, *, title: str, url: str) -> bool:
    """Let somebody follow a thing, in the caller's transaction; False when they follow too much."""
    if count_follows(account_id) >= MOST:
        return False
    row = {"account_id": account_id, **_columns(thing), "title": title[:120], "url": url}
    db.session.execute(insert(Follow).values(row).on_conflict_do_nothing())
    return True


def drop_follow(account_id: int, thing: Thing) -> None:
    """Let somebody follow a thing no longer, in the caller's transaction."""
    db.session.execute(delete(Follow).where(Follow.account_id == account_id, _is(thing)))


def drop_line(account_id: int, follow_id: int) -> bool:
    """Drop a line of somebody's own list, in the caller's transaction; False for another's."""
    mine = delete(Follow).where(Follow.id == follow_id, Follow.account_id == account_id)
    return db.session.scalar(mine.returning(Follow.id)) is not None


def keep_name(thing: Thing, *, title: str, url: str) -> None:
    """Keep what a followed thing is called by now, in the caller's transaction."""
    title = title[:120]
    other = or_(Follow.title != title, Follow.url != url)
    db.session.execute(update(Follow).where(_is(thing), other).values(title=title, url=url))


def load_follow(account_id: int, thing: Thing) -> Follow | None:
    """Give somebody's following of a thing."""
    return db.session.scalar(select(Follow).where(Follow.account_id == account_id, _is(thing)))


def load_follows(account_id: int) -> list[Follow]:
    """Give all somebody follows, newest first."""
    mine = select(Follow).where(Follow.account_id == account_id)
    return list(db.session.scalars(mine.order_by(Follow.created_at.desc(), Follow.id.desc())))


def count_follows(account_id: int) -> int:
    """Count what somebody follows."""
    return db.session.scalar(select(func.count()).where(Follow.account_id == account_id)) or 0


def followers_of(game: str, keys: Iterable[str]) -> list[Follow]:
    """Give everybody's following of these players, one of each account, the first begun."""
    wanted = (Follow.game == game, Follow.kind == "player", Follow.key.in_(sorted(keys)))
    query = select(Follow).join(Account, _able()).where(*wanted)
    found: dict[int, Follow] = {}
    for one in db.session.scalars(query.order_by(Follow.account_id, Follow.created_at, Follow.id)):
        found.setdefault(one.account_id, one)
    return list(found.values())


def followed_since(game: str, key: str) -> datetime | None:
    """Say since when a player has been followed by anybody who still does."""
    first = select(func.min(Follow.created_at)).select_from(Follow).join(Account, _able())
    since: datetime | None = db.session.scalar(first.where(_is(Thing(game, "player", key))))
    return since


def due_players(game: str, before: datetime, limit: int) -> list[Due]:
    """Give followed players nobody looked up since a moment, the longest unseen first."""
    checked = (FollowCheck.game == Follow.game) & (FollowCheck.key == Follow.key)
    query = (
        select(Follow.key, FollowCheck.checked_at, FollowCheck.run_id)
        .outerjoin(FollowCheck, checked)
        .join(Account, _able())
        .where(Follow.game == game, Follow.kind == "player")
        .where(FollowCheck.checked_at.is_(None) | (FollowCheck.checked_at < before))
        .distinct()
        .order_by(FollowCheck.checked_at.asc().nulls_first(), Follow.key)
        .limit(limit)
    )
    return [Due(*row) for row in db.session.execute(query)]


def note_check(game: str, key: str, run_id: uuid.UUID | None) -> None:
    """Note that a player was just looked up, in the caller's transaction."""
    row = {"checked_at": utc_now(), "run_id": run_id}
    new = insert(FollowCheck).values(game=game, key=key, **row)
    db.session.execute(new.on_conflict_do_update(index_elements=["game", "key"], set_=row))


def last_checks(game: str, limit: int) -> Sequence[uuid.UUID]:
    """Give the runs that looked players of a game up last."""
    query = select(FollowCheck.run_id).where(
        FollowCheck.game == game, FollowCheck.run_id.is_not(None)
    )
    return [
        run_id
        for run_id in db.session.scalars(query.order_by(FollowCheck.checked_at.desc()).limit(limit))
        if run_id
    ]


def forget_unfollowed() -> int:
    """Drop notes on players nobody follows any more."""
    still = select(Follow.id).where(
        Follow.game == FollowCheck.game, Follow.kind == "player", Follow.key == FollowCheck.key
    )
    with db.engine.begin() as connection:
        return connection.execute(delete(FollowCheck).where(~still.exists())).rowcount


def _columns(thing: Thing) -> dict[str, str]:
    return {"game": thing.game, "kind": thing.kind, "key": thing.key}


def _is(thing: Thing) -> ColumnElement[bool]:
    return and_(Follow.game == thing.game, Follow.kind == thing.kind, Follow.key == thing.key)


def _able() -> ColumnElement[bool]:
    return and_(Account.id == Follow.account_id, Account.disabled_at.is_(None))
