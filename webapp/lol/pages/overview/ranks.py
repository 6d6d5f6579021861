"""Where the players stand now, as far as this site has asked: nothing of the match itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.core.db import utc_now
from webapp.lol.domain.analysis.scoreboard import Scoreboard
from webapp.lol.domain.summoner.ladder import (
    QUEUES,
    height_of,
    height_words,
    queue_asked,
    rank_words,
)
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.store.ranks import ranks_of


@dataclass(frozen=True, slots=True)
class RankLine:
    """One player's rank as it was last seen."""

    seat: Seat
    words: str
    points: int
    wins: int
    losses: int
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Ranks:
    """Everybody whose rank is known, and their average in words; `of` players were asked for."""

    queue: str
    lines: tuple[RankLine, ...]
    average: str
    of: int


def ranks_now(loaded: Sources) -> Ranks | None:
    """Give the ranks known here in the match's own ranked queue; None when nobody's is."""
    board: Scoreboard = loaded.slices["scoreboard"]
    puuids = [row.puuid for row in board.rows if row.puuid]
    queue = queue_asked(loaded.row.queue_id)
    found = ranks_of(puuids, queue) if puuids else {}
    seats = seats_of(loaded)
    known = [(row, found[row.puuid]) for row in board.rows if row.puuid in found]
    if not known:
        return None
    lines = tuple(
        RankLine(seats[row.slot], rank_words(one), one.points, one.wins, one.losses, one.seen_at)
        for row, one in known
    )
    heights = [one for _, rank in known if (one := height_of(rank)) is not None]
    average = height_words(sum(heights) / len(heights)) if heights else ""
    return Ranks(QUEUES[queue], lines, average, len(board.rows))


def ranks_mark() -> str:
    """Name how fresh ranks on a page are: they are read anew each hour."""
    return f"{utc_now():%Y-%m-%dT%H}"
