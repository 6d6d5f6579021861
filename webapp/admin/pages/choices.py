"""Filters as forms and links: what may be chosen, and what is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    text: str
    chosen: bool


def choices(pairs: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    """Offer values with their words, one of them chosen."""
    return tuple(Choice(value, text, value == chosen) for value, text in pairs)


def address(path: str, asks: Mapping[str, object]) -> str:
    """Write an address with what is asked, empty words left out."""
    said = {name: value for name, value in asks.items() if value not in {"", 0, None}}
    return f"{path}?{urlencode(said)}" if said else path


def read_place(text: str) -> int:
    """Read the number of the last line of the page before; raises ValueError."""
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) < 19):  # noqa: PLR2004 - a bigint
        raise ValueError("not a place in a list")
    return int(text)
