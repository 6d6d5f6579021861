"""A player's matches as lines, each as far as its analysis is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import match_key, mode_words
from webapp.deadlock.store.matches import progress_of
from webapp.deadlock.store.players import Found, Played
from webapp.matchplay.charts import clock
from webapp.matchplay.players import result_of
from webapp.matchroom.progress import Progress

UNCOUNTED: Final = ("ready", "analysed, not counted")
"""What only a reader's file tells, and samples."""


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One match of a player; `state` is ready, live, waiting, failed or unasked."""

    match_id: int
    url: str
    started_at: datetime
    length: str
    hero: str
    letters: str
    portrait: str | None
    result: str
    won: bool | None
    mode: str
    kills: int
    deaths: int
    assists: int
    souls: int
    souls_per_minute: int | None
    last_hits: int
    denies: int
    state: str
    state_text: str


def how_far(shown: Sequence[Played], found: Found) -> Progress[int]:
    """Ask how far these matches of a player are, where that is not known yet."""
    keys = {one.match_id: match_key(one.match_id) for one in shown}
    return progress_of(keys, found.kept, found.runs)


def match_lines(
    shown: Sequence[Played], names: Catalogue, progress: Progress[int]
) -> tuple[MatchLine, ...]:
    """Give the lines of a page of matches."""
    ids = [one.match_id for one in shown]
    states = {one: progress.state(one, match_key(one)) for one in ids}
    uncounted = {one.match_id: UNCOUNTED for one in shown if not one.verified}
    return tuple(_line(one, names, *(states | uncounted)[one.match_id]) for one in shown)


def souls_per_minute(one: Played) -> float | None:
    """Give souls by the minute; None when the length is not known."""
    return one.souls * 60 / one.duration_s if one.duration_s else None


def _line(one: Played, names: Catalogue, state: str, text: str) -> MatchLine:
    hero, pace = names.hero(one.hero_id), souls_per_minute(one)
    return MatchLine(
        match_id=one.match_id,
        url=f"/deadlock/matches/{one.match_id}",
        started_at=one.started_at,
        length=clock(one.duration_s) if one.duration_s else "not known",
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        result=result_of(one),
        won=one.won,
        mode=mode_words(one.game_mode, one.match_mode),
        kills=one.kills,
        deaths=one.deaths,
        assists=one.assists,
        souls=one.souls,
        souls_per_minute=None if pace is None else round(pace),
        last_hits=one.last_hits,
        denies=one.denies,
        state=state,
        state_text=text,
    )
