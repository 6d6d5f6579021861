"""What one account asked for, as a list that goes on from where it ended."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.store.asked_runs import AskedLine, Place, load_asked


@dataclass(frozen=True, slots=True)
class AskedPage:
    """One page of it; `cursor` goes on, empty on the last."""

    jobs: tuple[AskedLine, ...]
    cursor: str


def asked_page(account_id: int, limit: int, cursor: str = "") -> AskedPage:
    """Give one page of what somebody asked for; raises ValueError for a cursor of no list."""
    found = load_asked(account_id, limit + 1, _place(cursor) if cursor else None)
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return AskedPage(tuple(found[:limit]), f"{last.asked_at.isoformat()}~{last.id}" if last else "")


def _place(cursor: str) -> Place:
    moment, _, name = cursor.partition("~")
    at = datetime.fromisoformat(moment)
    if at.tzinfo is None:
        raise ValueError("a cursor names its time zone")
    return Place(at, uuid.UUID(name))
