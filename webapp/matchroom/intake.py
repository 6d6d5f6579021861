"""How one game takes matches in: what it reads with, works out, files and keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, Protocol, TypeVar

from webapp.matchroom.files import PackFiles, Provenance, Raw
from webapp.matchroom.keeping import Worked, may_replace
from webapp.matchroom.shelf import K, Shelf


class Identified(Protocol):
    """A game's match as its domain tells it."""

    @property
    def match_id(self) -> Any:
        """Name the match: a number or a text."""


M = TypeVar("M", bound=Identified)
A = TypeVar("A")


def no_files(_match: object) -> PackFiles:
    """Give the files of a match that has none."""
    return tuple


def nothing_more(_match_id: object) -> None:
    """Ask for nothing once a match is kept."""


def by_provenance(shelf: Shelf[Any, Any], match: Identified, provenance: Provenance) -> bool:
    """Say whether a match may take the place of what is kept of it, by where both came from."""
    return may_replace(shelf, match.match_id, provenance)


def all_was_read(_match: object) -> tuple[str, ...]:
    """Name no field that was passed over, where one odd field makes a whole body unreadable."""
    return ()


def always_json(_body: bytes) -> str:
    """Name how a body is written, where all are alike."""
    return "json"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an upstream is asked again for one match, and what is said in the end."""

    ask_again: timedelta
    give_up_after: timedelta
    gave_up: str


@dataclass(frozen=True, slots=True)
class Intake(Generic[M, A, K]):
    """The game's own part of the way from bytes to a kept match.

    `read` raises MatchUnreadable, and when the body is of another match than asked for. `files`
    takes what it needs of the app at once and gives a function that packs, for a thread. `save`
    writes the rows; `kept` may ask for more work, in the same transaction. `steps` are the
    sentences of a run that fetches: wait, fetch, read, work out, keep. `format_of` says how a
    body is written, `may_replace` whether a match may take the place of what is kept of it.
    `passed_over` names the fields that held something unexpected in a match that was read.
    """

    shelf: Shelf[Any, K]
    read: Callable[[Raw, K | None], M]
    analyse: Callable[[M], A]
    save: Callable[[M, Worked[A]], None]
    steps: tuple[str, ...]
    patience: Patience
    files: Callable[[M], PackFiles] = no_files
    kept: Callable[[K], object] = nothing_more
    format_of: Callable[[bytes], str] = always_json
    may_replace: Callable[[Shelf[Any, K], M, Provenance], bool] = by_provenance
    passed_over: Callable[[M], Sequence[str]] = all_was_read
