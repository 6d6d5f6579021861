"""What somebody's matches are narrowed down to: read from a URL, and written back.

A game's filter is a `Narrowing` with its own fields; what its form offers are `Option`s.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol, TypeVar
from urllib.parse import urlencode

RESULTS: Final = {"won": True, "lost": False}
M = TypeVar("M")
M_contra = TypeVar("M_contra", contravariant=True)


class Narrowing(ABC):
    """Which matches are meant."""

    __slots__ = ()

    @property
    @abstractmethod
    def parts(self) -> dict[str, str]:
        """Say the choice as the parts of a URL's query."""

    def url(self, **more: str | int) -> str:
        """Write the choice, and what else is chosen, as a query; "?" alone for none."""
        return "?" + urlencode(self.parts | {name: str(value) for name, value in more.items()})

    def page_url(self, page: int) -> str:
        """Write the choice and a page of what it leaves."""
        return self.url(page=page) if page > 1 else self.url()


class Taking(Protocol[M_contra]):
    """What says whether a match is meant."""

    def takes(self, one: M_contra) -> bool:
        """Say whether a match is meant."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in the filter."""

    value: str
    name: str
    chosen: bool


def narrow(played: Iterable[M], wanted: Taking[M]) -> list[M]:
    """Keep the matches that are meant."""
    return [one for one in played if wanted.takes(one)]


def results_offered(chosen: bool | None) -> tuple[Option, ...]:  # noqa: FBT001 - won, lost, or either
    """Offer won and lost."""
    return tuple(Option(key, key.capitalize(), won == chosen) for key, won in RESULTS.items())


def parts_said(**said: object) -> dict[str, str]:
    """Leave what was chosen, as words of a query."""
    words = {name: _word(value) for name, value in said.items()}
    return {name: word for name, word in words.items() if word}


def number_asked(text: str, longest: int) -> int | None:
    """Read a number of at most so many digits; None for anything else."""
    plain = text.isascii() and text.isdigit() and len(text) <= longest
    return int(text) if plain else None


def day_asked(text: str) -> date | None:
    """Read a day; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_said(day: date | None) -> str:
    """Write a day as a query and a form do; empty for none."""
    return day.isoformat() if day else ""


def _word(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "won" if value else "lost"
    return day_said(value) if isinstance(value, date) else str(value)
