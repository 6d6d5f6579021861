"""A player's records: the most of each figure, and the match it was in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.domain.winning.samples import MATCHED, PLAYED
from webapp.deadlock.pages.player.lines import souls_per_minute
from webapp.deadlock.store.players import Played
from webapp.matchplay.charts import clock

Measure = Callable[[Played], float | None]
MEASURES: Final[tuple[tuple[str, str, Measure], ...]] = (
    ("Kills", "kills", lambda one: one.kills),
    ("Assists", "assists", lambda one: one.assists),
    (
        "Kills and assists for a death",
        "player-ratio",
        lambda one: (one.kills + one.assists) / max(1, one.deaths),
    ),
    ("Souls", "souls", lambda one: one.souls),
    ("Souls / min", "souls-per-minute", souls_per_minute),
    ("Last hits", "last-hits", lambda one: one.last_hits),
    ("Denies", "denies", lambda one: one.denies),
    ("Longest match", "player-length", lambda one: one.duration_s),
)
"""What each record is called, the term of its figure, and how it is read from a match."""
LONGEST: Final = "Longest match"
_TERMS: Final = {word: term for word, term, _ in MEASURES}


@dataclass(frozen=True, slots=True)
class Record:
    """The most of one figure, in which match, with which hero."""

    word: str
    value: str
    match_id: int
    url: str
    hero: str
    started_at: datetime

    @property
    def term_url(self) -> str:
        """Give the address of its figure's full explanation."""
        return TERMS[_TERMS[self.word]].url


def records_of(
    chosen: Sequence[Played], names: Catalogue, *, any_mode: bool = False
) -> tuple[Record, ...]:
    """Give the records among matches; of equals the first one stands.

    Matches of other rules than the usual ones are left out unless `any_mode` says otherwise.
    """
    found = []
    for word, _, measure in MEASURES:
        values = [
            (value, -one.started_at.timestamp(), one)
            for one in chosen
            if (any_mode or _usual(one)) and (value := measure(one))
        ]
        if values:
            value, _, one = max(values, key=lambda item: item[:2])
            found.append(_record(word, value, one, names))
    return tuple(found)


def _usual(one: Played) -> bool:
    return one.game_mode in PLAYED and one.match_mode in MATCHED


def _record(word: str, value: float, one: Played, names: Catalogue) -> Record:
    whole = float(value).is_integer() or word == "Souls / min"
    plain = f"{value:,.0f}" if whole else f"{value:.1f}"
    return Record(
        word=word,
        value=clock(int(value)) if word == LONGEST else plain,
        match_id=one.match_id,
        url=f"/deadlock/matches/{one.match_id}",
        hero=names.hero(one.hero_id).name,
        started_at=one.started_at,
    )
