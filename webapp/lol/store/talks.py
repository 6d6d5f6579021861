"""Talks with the coach: begun, added to, and forgotten after a week."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import delete, func, select, update

from webapp.core.db import db, utc_now
from webapp.jobs.models import LIVE, JobRun
from webapp.lol.models import LolTalk

KEPT_FOR: Final = timedelta(days=7)
KIND: Final = "lol.coach"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said. `looked` names what the coach looked up for it.

    `focus` is the champion a question is about, empty for none.
    """

    reader: bool
    text: str
    looked: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk about one account."""

    id: uuid.UUID
    account_id: uuid.UUID
    turns: tuple[Turn, ...]


def begin_talk(account_id: uuid.UUID) -> uuid.UUID:
    """Begin a talk in the caller's transaction, and forget those nobody went on with."""
    db.session.execute(delete(LolTalk).where(LolTalk.changed_at < utc_now() - KEPT_FOR))
    talk = LolTalk(account_id=account_id, turns=[])
    db.session.add(talk)
    db.session.flush()
    return talk.id


def load_talk(talk_id: uuid.UUID) -> Talk | None:
    """Give a talk; None for one that never was or is forgotten."""
    row = db.session.get(LolTalk, talk_id, populate_existing=True)
    if row is None:
        return None
    return Talk(row.id, row.account_id, tuple(_turn(one) for one in row.turns))


def save_turns(talk_id: uuid.UUID, turns: tuple[Turn, ...]) -> None:
    """Keep what was said so far, in the caller's transaction."""
    said = [asdict(one) for one in turns]
    values = {"turns": said, "changed_at": utc_now()}
    db.session.execute(update(LolTalk).where(LolTalk.id == talk_id).values(**values))


def talking_now() -> int:
    """Count the answers under way or waited for."""
    live = select(func.count()).where(JobRun.kind == KIND, JobRun.state.in_(LIVE))
    return db.session.scalar(live) or 0


def _turn(told: dict[str, Any]) -> Turn:
    looked, unproved = tuple(told["looked"]), tuple(told["unproved"])
    return Turn(told["reader"], told["text"], looked, unproved, told.get("focus", ""))
