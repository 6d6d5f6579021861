"""What a match's pages are made of, read once a page and held by its version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from flask import has_request_context, request
from werkzeug.exceptions import ServiceUnavailable

from webapp.core.bounded import Bounded
from webapp.core.holding import of_room
from webapp.core.momentary import Momentary
from webapp.core.problems import is_api
from webapp.matchroom.reading import load_row_alone, load_slices, version_and_length
from webapp.matchroom.shelf import K, Row, Shelf

MATCHES_HELD = 64
VERSION_S, VERSIONS_HELD = 1, 4096
JOBS = "/jobs/"
OUTDATED = (
    "Guildhall was updated, and this match is not worked out anew yet. "
    "Try again in a minute; an admin can run `guildhall reanalyse {game}`."
)


class MovedOn(Exception):
    """A match changed between the look at its version and the reading of its parts."""


class Named(Protocol):
    """A game's names of heroes, champions, items: a versioned set."""

    @property
    def version(self) -> str:
        """Name the set."""


Names = TypeVar("Names", bound=Named)


@dataclass(frozen=True, slots=True, eq=False)
class Sources(Generic[Row, Names]):
    """Everything read for one page of a match; equal only to itself."""

    row: Row
    slices: dict[str, Any]
    names: Names
    people: dict[Any, str]

    @property
    def version(self) -> str:
        """Name everything read here."""
        return _version(self.row.content_version, self.names)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a match's pages show, by name, and how long it lasted."""

    version: str
    length_s: int


class HeldSources(Generic[Row, K, Names]):
    """Reads what pages of a game's matches are made of, and holds what was read last."""

    def __init__(
        self,
        shelf: Shelf[Row, K],
        load_names: Callable[[], Names],
        people_of: Callable[[Mapping[str, Any]], dict[Any, str]],
    ) -> None:
        """Hold nothing yet. `people_of` gives names of players by what the slices say."""
        self._shelf: Shelf[Row, K] = shelf
        self._load_names = load_names
        self._people_of = people_of
        self._versions: Momentary[tuple[str, int] | None] = Momentary(
            f"versions.{shelf.game}", VERSION_S, most=VERSIONS_HELD
        )
        self._held: Bounded[tuple[str, ...], Sources[Row, Names]] = of_room(
            shelf.game, Bounded(MATCHES_HELD)
        )

    def load(
        self, match_id: K, *slices: str, version: str | None = None
    ) -> Sources[Row, Names] | None:
        """Read a match for a page; None when it is not kept here.

        Three queries; none when `version` was read here before. Raises MovedOn when it is no
        longer the match's.
        """
        key = (str(match_id), version or "", *slices)
        held = self._held.get(key) if version else None
        loaded = held or self._read(match_id, slices)
        if loaded and version and not held:
            if loaded.version != version:
                self._versions.forget(match_id)
                raise MovedOn
            self._held.put(key, loaded)
        return loaded

    def shown_of(self, match_id: K, *, newest: bool = False) -> Shown | None:
        """Name everything a match's pages show: body, analysis, and the names in use.

        May be a second old, save for `newest`, programs, who reloads, and who comes from work
        done on it.
        """
        find = partial(version_and_length, self._shelf, match_id)
        asks = newest or _wants_newest()
        found = find() if asks else self._versions.get(find, match_id)
        return Shown(_version(found[0], self._load_names()), found[1]) if found else None

    def _read(self, match_id: K, slices: tuple[str, ...]) -> Sources[Row, Names] | None:
        row = load_row_alone(self._shelf, match_id)
        if row is None:
            return None
        try:
            found = load_slices(self._shelf, match_id, *slices)
        except msgspec.ValidationError:
            raise self._outdated() from None
        if not set(slices) - self._shelf.added.keys() <= found.keys():
            raise self._outdated()
        return Sources(row, found, self._load_names(), self._people_of(found))

    def _outdated(self) -> ServiceUnavailable:
        return ServiceUnavailable(OUTDATED.format(game=self._shelf.game))


def _wants_newest() -> bool:
    if not has_request_context():
        return True
    headers = request.environ
    reloads = "HTTP_CACHE_CONTROL" in headers
    return reloads or JOBS in headers.get("HTTP_REFERER", "") or is_api()


def _version(content_version: str, names: Named) -> str:
    return f"{content_version}|{names.version}"
