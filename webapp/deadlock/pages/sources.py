"""What a match's pages are made of, read once a page: row, slices, names of heroes and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store import matches
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.players import load_names


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything read for one page of a match."""

    row: DeadlockMatch
    slices: dict[str, Any]
    names: Catalogue
    people: dict[int, str]


def load_sources(match_id: int, *slices: str) -> Sources | None:
    """Read a match for a page; None when it is not kept here. Three queries."""
    row = matches.load_row(match_id)
    if row is None:
        return None
    found = matches.load_slices(match_id, *slices)
    board = found.get("scoreboard")
    accounts = [line.account_id for line in board.rows if line.account_id] if board else []
    return Sources(row, found, load_catalogue(), load_names(accounts) if accounts else {})


def page_version(match_id: int) -> str | None:
    """Name everything a match's pages show: body, analysis, and the names in use."""
    version = matches.content_version(match_id)
    return f"{version}|{load_catalogue().version}" if version else None
