"""Fights as rows: the trade, its gold, and what followed."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.fights import Fight, FightSide
from webapp.lol.domain.ground import place_words
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import listed_seats, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.strip_events import BUILDINGS, MONSTERS, OTHER_MONSTER, TURRET

HELD = 32


@dataclass(frozen=True, slots=True)
class FightRow:
    """One fight; the score is Blue's kills and Red's."""

    at_s: int
    to_s: int
    clock: str
    place: str
    kills_a: int
    kills_b: int
    gold_a: str
    gold_b: str
    who_a: str
    who_b: str
    side: str
    followed: str


@holding(HELD)
def fight_rows(loaded: Sources) -> tuple[FightRow, ...]:
    """Give every fight by time."""
    return tuple(_row(loaded, one) for one in loaded.slices["fights"].fights)


def _row(loaded: Sources, one: Fight) -> FightRow:
    seats = seats_of(loaded)
    rift = loaded.slices["scoreboard"].mode == "rift"
    took = [
        f"{name} took {what}"
        for name, side in (("Blue", one.a), ("Red", one.b))
        if (what := _taken(loaded, side))
    ]
    return FightRow(
        at_s=one.at_s,
        to_s=max(one.to_s, one.at_s + 1),
        clock=clock(one.at_s),
        place=place_words(one.x, one.y) if rift else "",
        kills_a=one.a.kills,
        kills_b=one.b.kills,
        gold_a=f"{one.a.gold:,}",
        gold_b=f"{one.b.gold:,}",
        who_a=listed_seats(one.a.slots, seats),
        who_b=listed_seats(one.b.slots, seats),
        side=one.winner or "",
        followed="; ".join(took),
    )


def _taken(loaded: Sources, side: FightSide) -> str:
    events = loaded.slices["events"]
    words = [
        *(MONSTERS.get(events.monsters[n].kind, OTHER_MONSTER).word for n in side.monsters),
        *(BUILDINGS.get(events.buildings[n].kind, TURRET).word.lower() for n in side.buildings),
    ]
    counts = {word: words.count(word) for word in dict.fromkeys(words)}
    return ", ".join(word if count == 1 else f"{count} × {word}" for word, count in counts.items())
