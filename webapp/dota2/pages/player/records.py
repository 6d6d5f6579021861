"""A player's records: the most of each figure, and the match it was in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.player.heroes import ratio_of
from webapp.dota2.store.histories import Played
from webapp.matchplay.charts import clock

Measure = Callable[[Played], float | None]
LONGEST: Final = "Longest match"
MEASURES: Final[tuple[tuple[str, Measure], ...]] = (
    ("Kills", lambda one: one.kills),
    ("Assists", lambda one: one.assists),
    ("(K+A)/(D+1)", ratio_of),
    ("Gold / min", lambda one: one.gold_per_minute),
    ("Experience / min", lambda one: one.xp_per_minute),
    ("Last hits", lambda one: one.last_hits),
    ("Hero damage", lambda one: one.hero_damage),
    (LONGEST, lambda one: one.duration_s),
)
USUAL_MODES: Final = frozenset({1, 2, 3, 4, 5, 16, 22})
"""All Pick, Captains Mode, Random Draft, Single Draft, All Random, Captains Draft, ranked."""
USUAL_LOBBIES: Final = frozenset({0, 1, 2, 5, 6, 7, 9})


@dataclass(frozen=True, slots=True)
class Record:
    """The most of one figure, in which match, with which hero."""

    word: str
    value: str
    match_id: int
    url: str
    hero: str
    started_at: datetime


def records_of(
    chosen: Sequence[Played], names: Catalogue, *, any_mode: bool = False
) -> tuple[Record, ...]:
    """Give the records among matches; of equals the first one stands."""
    counted = [one for one in chosen if any_mode or _usual(one)]
    found = []
    for word, measure in MEASURES:
        values = [(measure(one) or 0, -one.started_at.timestamp(), one) for one in counted]
        best = max(values, key=lambda item: item[:2], default=None)
        if best and best[0]:
            found.append(_record(word, best[0], best[2], names))
    return tuple(found)


def _usual(one: Played) -> bool:
    return one.game_mode in USUAL_MODES and one.lobby_type in USUAL_LOBBIES


def _record(word: str, value: float, one: Played, names: Catalogue) -> Record:
    plain = f"{value:,.0f}" if float(value).is_integer() else f"{value:.1f}"
    return Record(
        word=word,
        value=clock(int(value)) if word == LONGEST else plain,
        match_id=one.match_id,
        url=f"/dota2/matches/{one.match_id}",
        hero=names.hero(one.hero_id).name,
        started_at=one.started_at,
    )
