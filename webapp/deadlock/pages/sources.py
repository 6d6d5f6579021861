"""What a match's pages are made of, read once a page: row, slices, names of heroes and people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.matches import SHELF
from webapp.deadlock.store.players import load_names
from webapp.matchroom import sources

Sources: TypeAlias = sources.Sources[DeadlockMatch, Catalogue]


def _people(slices: Mapping[str, Any]) -> dict[int, str]:
    board = slices.get("scoreboard")
    accounts = [line.account_id for line in board.rows if line.account_id] if board else []
    return load_names(accounts) if accounts else {}


_held = sources.HeldSources(SHELF, load_catalogue, _people)
load_sources, shown_of = _held.load, _held.shown_of
