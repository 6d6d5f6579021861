"""A player's matches as lines, each as far as its analysis is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.words import SIDE_NAMES, match_key
from webapp.dota2.store.histories import Found, Played
from webapp.dota2.store.matches import progress_of
from webapp.matchplay.charts import clock
from webapp.matchplay.players import result_of
from webapp.matchroom.progress import Progress


@dataclass(frozen=True, slots=True)
class MatchLine:
    """One match of a player; `state` is ready, live, waiting, failed or unasked."""

    match_id: int
    url: str
    started_at: datetime
    length: str | None
    hero: str
    letters: str
    portrait: str | None
    result: str
    won: bool | None
    side: str | None
    side_name: str
    mode: str | None
    kills: int | None
    deaths: int | None
    assists: int | None
    gold_per_minute: int | None
    last_hits: int | None
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
    return tuple(_line(one, names, *states[one.match_id]) for one in shown)


def _line(one: Played, names: Catalogue, state: str, text: str) -> MatchLine:
    hero = names.hero(one.hero_id)
    return MatchLine(
        match_id=one.match_id,
        url=f"/dota2/matches/{one.match_id}",
        started_at=one.started_at,
        length=clock(one.duration_s) if one.duration_s else None,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        result=result_of(one),
        won=one.won,
        side=one.side,
        side_name=SIDE_NAMES.get(one.side or "", "not recorded"),
        mode=names.game_mode(one.game_mode),
        kills=one.kills,
        deaths=one.deaths,
        assists=one.assists,
        gold_per_minute=one.gold_per_minute,
        last_hits=one.last_hits,
        state=state,
        state_text=text,
    )
