"""What a player's matches are narrowed down to: read from a URL, asked of a match, written back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.store.histories import Played
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

LONGEST_NUMBER = 9
SIDES = {"radiant": "a", "dire": "b"}


@dataclass(frozen=True, slots=True)
class Filter(Narrowing):
    """Which of an account's matches are meant; None means all."""

    hero_id: int | None = None
    won: bool | None = None
    mode: int | None = None
    side: str | None = None
    since: date | None = None

    @property
    def parts(self) -> dict[str, str]:
        """Say the choice as the parts of a URL's query."""
        side = next((word for word, side in SIDES.items() if side == self.side), None)
        return parts_said(
            hero=self.hero_id, result=self.won, mode=self.mode, side=side, since=self.since
        )

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
        hero_id=number_asked(asked.get("hero", ""), LONGEST_NUMBER),
        won=RESULTS.get(asked.get("result", "")),
        mode=number_asked(asked.get("mode", ""), LONGEST_NUMBER),
        side=SIDES.get(asked.get("side", "")),
        since=day_asked(asked.get("since", "")),
    )


def filter_view(played: Sequence[Played], names: Catalogue, wanted: Filter, url: str) -> FilterView:
    """Offer every hero and mode there is among the matches."""
    heroes = sorted({(names.hero(one.hero_id).name, one.hero_id) for one in played})
    modes = sorted({one.game_mode for one in played if one.game_mode is not None})
    return FilterView(
        heroes=tuple(Option(str(key), name, key == wanted.hero_id) for name, key in heroes),
        results=results_offered(wanted.won),
        modes=tuple(
            Option(str(mode), names.game_mode(mode) or str(mode), mode == wanted.mode)
            for mode in modes
        ),
        sides=tuple(
            Option(word, SIDE_NAMES[side], side == wanted.side) for word, side in SIDES.items()
        ),
        since=day_said(wanted.since),
        clear_url=url,
        chosen=bool(wanted.parts),
    )
