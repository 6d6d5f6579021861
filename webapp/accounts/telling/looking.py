"""Looks followed players up by and by: the longest unseen first, a few at once, never too often.

What it costs is bounded for each room by its pace. While runs it asked for wait for a room's
upstream, or pile up, nobody else of that room is looked up.
"""

from __future__ import annotations

import uuid
from typing import Final

import structlog

from webapp.accounts.rooms import Room, all_rooms
from webapp.accounts.store import follows
from webapp.core.db import db, utc_now
from webapp.jobs.ledger import state_of

log = structlog.get_logger()
JOBS: Final = "/jobs/"
LIVE: Final = frozenset({"queued", "running", "waiting"})


def look_for_matches() -> int:
    """Ask for the matches of followed players whose turn it is; gives how many. Commits."""
    return sum(_look(room) for room in all_rooms())


def _look(room: Room) -> int:
    pace = room.follows.pace
    places = pace.at_once - _under_way(room, pace.at_once)
    if places <= 0:
        return 0
    due = follows.due_players(room.slug, utc_now() - pace.every, places)
    for player in due:
        page = room.follows.refresh(player.key)
        follows.note_check(room.slug, player.key, _run_of(page))
        db.session.commit()
    if due:
        log.info("followed players looked up", room=room.slug, count=len(due))
    return len(due)


def _under_way(room: Room, most: int) -> int:
    """Count what is still asked for; a run that waits for the upstream takes every place."""
    states = [state_of(run_id) for run_id in follows.last_checks(room.slug, most)]
    return most if "waiting" in states else sum(state in LIVE for state in states)


def _run_of(page: str) -> uuid.UUID | None:
    return uuid.UUID(page.removeprefix(JOBS)) if page.startswith(JOBS) else None
