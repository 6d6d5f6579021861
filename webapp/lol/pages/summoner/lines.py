"""Games as lines of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.modes import queue_words
from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.sums import pace
from webapp.matchplay.charts import clock


@dataclass(frozen=True, slots=True)
class GameLine:
    """One game of somebody; a figure it lacks is None."""

    match_id: str
    url: str
    started_at: datetime
    length: str
    champion: str
    letters: str
    portrait: str | None
    result: str
    won: bool | None
    queue: str
    role: str
    kda: str
    cs: int | None
    cs_per_minute: float | None
    gold: int | None
    damage: int | None
    vision: int | None


def game_lines(shown: Sequence[Played], names: Catalogue) -> tuple[GameLine, ...]:
    """Give the lines of a page of games."""
    return tuple(_line(one, names) for one in shown)


def result_of(one: Played) -> str:
    """Say how a game ended for the player."""
    if one.place is not None and one.won is not None:
        return f"Place {one.place}"
    return {True: "Won", False: "Lost", None: "No result"}[one.won]


def kda_of(one: Played) -> str:
    """Write kills, deaths and assists; a dash for what was not recorded."""
    told = (one.kills, one.deaths, one.assists)
    return " / ".join("–" if value is None else str(value) for value in told)


def _line(one: Played, names: Catalogue) -> GameLine:
    champion, farming = names.champion(one.champion_id, one.champion_name), pace(one, "cs")
    return GameLine(
        match_id=one.match_id,
        url=f"/lol/matches/{one.match_id}",
        started_at=one.started_at,
        length=clock(one.duration_s),
        champion=champion.name,
        letters=champion.letters,
        portrait=champion.portrait,
        result=result_of(one),
        won=one.won,
        queue=queue_words(one.queue_id, one.game_mode),
        role=(one.role or "").capitalize(),
        kda=kda_of(one),
        cs=one.cs,
        cs_per_minute=None if farming is None else round(farming, 1),
        gold=one.gold,
        damage=one.damage,
        vision=one.vision,
    )
