"""What stands around every tab of a match: head, strip, tabs, and what to know of its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.matchplay.strip import StripView


@dataclass(frozen=True, slots=True)
class Side:
    """One side in the head; `score` is None where nobody recorded it."""

    name: str
    score: int | None
    won: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in the head; `at` is a time, `definition` explains the value."""

    term: str
    value: str
    at: datetime | None = None
    definition: str | None = None
    url: str | None = None
    url_text: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of every page of a match; a mode without two sides shows its title instead."""

    title: str
    score_word: str
    side_a: Side | None
    side_b: Side | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know before believing the page."""

    kind: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; `part` names it on the page."""

    name: str
    url: str
    part: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a tab; no strip where nothing is known along the match's time."""

    match_id: int | str
    url: str
    head: Head
    strip: StripView | None
    tabs: tuple[Tab, ...]
    notices: tuple[Notice, ...]
