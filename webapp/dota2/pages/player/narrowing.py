"""What a player's matches are narrowed down to: read from a URL, asked of a match, written back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from urllib.parse import urlencode

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.store.histories import Played

LONGEST_NUMBER = 9
RESULTS = {"won": True, "lost": False}
SIDES = {"radiant": "a", "dire": "b"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of an account's matches are meant; None means all."""

    hero_id: int | None = None
    won: bool | None = None
    mode: int | None = None
    side: str | None = None
    since: date | None = None

    @property
    def parts(self) -> dict[str, str]:
        """Say the choice as the parts of a URL's query."""
        said = {
            "hero": "" if self.hero_id is None else str(self.hero_id),
            "result": {True: "won", False: "lost", None: ""}[self.won],
            "mode": "" if self.mode is None else str(self.mode),
            "side": next((word for word, side in SIDES.items() if side == self.side), ""),
            "since": self.since.isoformat() if self.since else "",
        }
        return {name: value for name, value in said.items() if value}

    def url(self, **more: str | int) -> str:
        """Write the choice, and what else is chosen, as a query; "?" alone for none."""
        return "?" + urlencode(self.parts | {name: str(value) for name, value in more.items()})

    def takes(self, one: Played) -> bool:
        """Say whether a match is meant."""
        return (
            self.hero_id in {None, one.hero_id}
            and self.won in {None, one.won}
            and self.mode in {None, one.game_mode}
            and self.side in {None, one.side}
            and (self.since is None or one.started_at.astimezone(UTC).date() >= self.since)
        )


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in the filter."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FilterView:
    """The filter as its form shows it; `clear_url` leads to everything."""

    heroes: tuple[Option, ...]
    results: tuple[Option, ...]
    modes: tuple[Option, ...]
    sides: tuple[Option, ...]
    since: str
    clear_url: str
    chosen: bool


def filter_of(asked: Mapping[str, str]) -> Filter:
    """Read the filter from a URL; what makes no sense is as good as none."""
    return Filter(
        hero_id=_number(asked.get("hero", "")),
        won=RESULTS.get(asked.get("result", "")),
        mode=_number(asked.get("mode", "")),
        side=SIDES.get(asked.get("side", "")),
        since=_day(asked.get("since", "")),
    )


def narrow(played: Iterable[Played], wanted: Filter) -> list[Played]:
    """Keep the matches that are meant."""
    return [one for one in played if wanted.takes(one)]


def filter_view(played: Sequence[Played], names: Catalogue, wanted: Filter, url: str) -> FilterView:
    """Offer every hero and mode there is among the matches."""
    heroes = sorted({(names.hero(one.hero_id).name, one.hero_id) for one in played})
    modes = sorted({one.game_mode for one in played if one.game_mode is not None})
    return FilterView(
        heroes=tuple(Option(str(key), name, key == wanted.hero_id) for name, key in heroes),
        results=tuple(
            Option(key, key.capitalize(), won == wanted.won) for key, won in RESULTS.items()
        ),
        modes=tuple(
            Option(str(mode), names.game_mode(mode) or str(mode), mode == wanted.mode)
            for mode in modes
        ),
        sides=tuple(
            Option(word, SIDE_NAMES[side], side == wanted.side) for word, side in SIDES.items()
        ),
        since=wanted.since.isoformat() if wanted.since else "",
        clear_url=url,
        chosen=bool(wanted.parts),
    )


def _number(text: str) -> int | None:
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if plain else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
