"""What a player's matches are narrowed down to: read from a URL, asked of a match, written back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import mode_words
from webapp.matchplay.players.narrowing import (
    RESULTS,
    Narrowing,
    Option,
    day_asked,
    day_said,
    number_asked,
    parts_said,
    results_offered,
)

LONGEST_NUMBER = 20


class Narrowable(Protocol):
    """What a match must tell to be narrowed by."""

    @property
    def hero_id(self) -> int:
        """Say which hero was played."""

    @property
    def won(self) -> bool | None:
        """Say whether the player won."""

    @property
    def game_mode(self) -> str:
        """Name the rules."""

    @property
    def match_mode(self) -> str:
        """Name how the match was found."""

    @property
    def started_at(self) -> datetime:
        """Say when it began."""


@dataclass(frozen=True, slots=True)
class Filter(Narrowing):
    """Which of an account's matches are meant; None means all."""

    hero_id: int | None = None
    won: bool | None = None
    mode: str | None = None
    since: date | None = None

    @property
    def parts(self) -> dict[str, str]:
        """Say the choice as the parts of a URL's query."""
        hero = self.hero_id or None
        return parts_said(hero=hero, result=self.won, mode=self.mode, since=self.since)

    def takes(self, one: Narrowable) -> bool:
        """Say whether a match is meant."""
        return (
            self.hero_id in {None, one.hero_id}
            and self.won in {None, one.won}
            and self.mode in {None, mode_key(one.game_mode, one.match_mode)}
            and (self.since is None or one.started_at.astimezone(UTC).date() >= self.since)
        )


@dataclass(frozen=True, slots=True)
class FilterView:
    """The filter as its form shows it; `clear_url` leads to everything."""

    heroes: tuple[Option, ...]
    results: tuple[Option, ...]
    modes: tuple[Option, ...]
    since: str
    clear_url: str
    chosen: bool


def filter_of(asked: Mapping[str, str]) -> Filter:
    """Read the filter from a URL; what makes no sense is as good as none."""
    return Filter(
        hero_id=number_asked(asked.get("hero", ""), LONGEST_NUMBER),
        won=RESULTS.get(asked.get("result", "")),
        mode=asked.get("mode") or None,
        since=day_asked(asked.get("since", "")),
    )


def filter_view(
    played: Sequence[Narrowable], names: Catalogue, wanted: Filter, url: str
) -> FilterView:
    """Offer every hero and mode there is among the matches."""
    heroes = sorted({(names.hero(one.hero_id).name, one.hero_id) for one in played})
    modes = sorted({(mode_words(one.game_mode, one.match_mode)) for one in played})
    return FilterView(
        heroes=tuple(Option(str(key), name, key == wanted.hero_id) for name, key in heroes),
        results=results_offered(wanted.won),
        modes=tuple(Option(_key(words), words, _key(words) == wanted.mode) for words in modes),
        since=day_said(wanted.since),
        clear_url=url,
        chosen=bool(wanted.parts),
    )


def mode_key(game_mode: str, match_mode: str) -> str:
    """Write rules and how a match was found as one word of a URL."""
    return _key(mode_words(game_mode, match_mode))


def _key(words: str) -> str:
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-")
