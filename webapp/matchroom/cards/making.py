"""Draws the cards that are due: of what is new, and of what has changed since. Run by workers only.

One run draws whatever is due when it comes to it, so that many matches ask for one run together.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy import SQLColumnExpression, Text, and_, cast, func, select

from webapp.core.db import db, utc_now
from webapp.jobs import BULK, Later, Run, enqueue
from webapp.matchroom.cards.keeping import save_card
from webapp.matchroom.cards.models import Card

log = structlog.get_logger()

DRAWN: Final = "2"
"""Changed when cards are drawn another way: all are drawn anew."""
BATCH: Final = 100
LONGEST_S: Final = 60.0
STEP: Final = "Draw what is new or has changed"
TITLE: Final = "Drawing the pictures shown beside links"


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One kind of page that has cards.

    `key` and `version` are columns of the table that holds what the pages show; a row whose
    version is null has no card. `draw` gives the picture of a key, None where there is nothing.
    """

    kind: str
    key: Any
    version: SQLColumnExpression[Any]
    draw: Callable[[Any], bytes | None]


def ask_for_cards(room: str) -> None:
    """Ask for a room's due cards to be drawn, behind readers, in the caller's transaction."""
    name = f"{room}.cards"
    enqueue(name, key=name, args={}, target_url="", steps=(STEP,), title=TITLE, queue=BULK)


def draw_due(run: Run, room: str, subjects: Sequence[Subject]) -> None:
    """Draw every card of a room that is due; raises Later when that takes long."""
    run.step(1, STEP)
    ends = time.monotonic() + LONGEST_S
    for subject in subjects:
        for key, version in _due(room, subject):
            if time.monotonic() > ends:
                raise Later("More pictures are to be drawn.", utc_now())
            _draw(room, subject, key, version)


def _draw(room: str, subject: Subject, key: Any, version: str) -> None:
    """Draw one card; what cannot be drawn keeps the plain one, and is tried again another time."""
    try:
        body = subject.draw(key)
    except Exception:
        db.session.rollback()
        log.exception("card not drawn", room=room, subject=subject.kind, key=str(key))
        return
    if body is not None:
        save_card(room, subject.kind, str(key), version, body)
    db.session.remove()


def _due(room: str, subject: Subject) -> Iterator[tuple[Any, str]]:
    """Give what has no card of its present version, in the order of the keys."""
    version = func.concat(DRAWN, ":", subject.version)
    drawn = and_(Card.room == room, Card.kind == subject.kind, Card.key == cast(subject.key, Text))
    query = (
        select(subject.key, version)
        .select_from(subject.key.class_)
        .outerjoin(Card, drawn)
        .where(subject.version.is_not(None), Card.version.is_distinct_from(version))
        .order_by(subject.key)
        .limit(BATCH)
    )
    after: Any = None
    while rows := db.session.execute(
        query if after is None else query.where(subject.key > after)
    ).all():
        yield from ((key, told) for key, told in rows)
        after = rows[-1][0]
