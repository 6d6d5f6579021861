"""What a match's pages are made of, read once a page: row, slices, names of heroes and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from werkzeug.exceptions import ServiceUnavailable

from webapp.core.bounded import Bounded
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.demos import DEMO_PARTS
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.store import matches
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.players import load_names

MATCHES_HELD = 64
OUTDATED = (
    "Guildhall was updated, and this match is not worked out anew yet. "
    "Try again in a minute; an admin can run `guildhall reanalyse deadlock`."
)


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Everything read for one page of a match; equal only to itself."""

    row: DeadlockMatch
    slices: dict[str, Any]
    names: Catalogue
    people: dict[int, str]

    @property
    def version(self) -> str:
        """Name everything read here."""
        return _version(self.row.content_version, self.names)


_held: Bounded[tuple[str, ...], Sources] = Bounded(MATCHES_HELD)


def load_sources(match_id: int, *slices: str, version: str | None = None) -> Sources | None:
    """Read a match for a page; None when it is not kept here.

    Three queries; none when `version` is still the match's and was read here before.
    """
    key = (str(match_id), version or "", *slices)
    held = _held.get(key) if version else None
    loaded = held or _read(match_id, slices)
    if loaded and not held and loaded.version == version:
        _held.put(key, loaded)
    return loaded


def _read(match_id: int, slices: tuple[str, ...]) -> Sources | None:
    row = matches.load_row_alone(match_id)
    if row is None:
        return None
    try:
        found = matches.load_slices(match_id, *slices)
    except msgspec.ValidationError:
        raise ServiceUnavailable(OUTDATED) from None
    if not set(slices) - DEMO_PARTS.keys() <= found.keys():
        raise ServiceUnavailable(OUTDATED)
    board = found.get("scoreboard")
    accounts = [line.account_id for line in board.rows if line.account_id] if board else []
    return Sources(row, found, load_catalogue(), load_names(accounts) if accounts else {})


@dataclass(frozen=True, slots=True)
class Shown:
    """What a match's pages show, by name, and how long it lasted."""

    version: str
    length_s: int


def shown_of(match_id: int) -> Shown | None:
    """Name everything a match's pages show: body, analysis, and the names in use."""
    found = matches.version_and_length(match_id)
    return Shown(_version(found[0], load_catalogue()), found[1]) if found else None


def _version(content_version: str, names: Catalogue) -> str:
    return f"{content_version}|{names.version}"
