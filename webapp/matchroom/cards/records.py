"""What a card shows of a match or a player: words and numbers, nothing of how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a match; `score` is None where nobody recorded it."""

    name: str
    score: int | None
    won: bool


@dataclass(frozen=True, slots=True)
class MatchCard:
    """One match: both sides, or a title where there are no two; who led, second by second.

    `lead` holds (second, how far the second side is ahead); it is empty where nobody recorded it.
    """

    game: str
    room: str
    number: str
    title: str
    side_a: CardSide | None
    side_b: CardSide | None
    score_word: str
    facts: tuple[str, ...]
    lead: tuple[tuple[int, int], ...]
    unit: str
    duration_s: int


@dataclass(frozen=True, slots=True)
class Often:
    """A hero somebody plays often: matches, and the whole per cent won of those decided."""

    name: str
    matches: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class PlayerCard:
    """One player: `known_as` stands in for a name that cannot be drawn.

    `form` tells the last matches, oldest first: won, lost, or None where nobody won.
    """

    game: str
    room: str
    name: str
    known_as: str
    figures: tuple[tuple[str, str], ...]
    form: tuple[bool | None, ...]
    often: tuple[Often, ...]
