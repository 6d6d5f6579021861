"""More tables of a match as rows for CSV: what was carried, taken, seen and noted, and ranks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from webapp.lol.domain.analysis.vision import Vision, by_phase
from webapp.lol.pages.objectives.notes import NoteRow, note_rows
from webapp.lol.pages.overview.carried import carried_by
from webapp.lol.pages.overview.ranks import ranks_now
from webapp.lol.pages.overview.taken import TakenRow, taken_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.things import Thing
from webapp.lol.pages.window import until
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class CarriedCell:
    """What one player chose and carried at the end; lists are joined by a semicolon."""

    slot: int
    champion: str
    spells: str
    keystone: str
    style: str
    items: str
    trinket: str
    role_item: str
    augments: str


@dataclass(frozen=True, slots=True)
class SightCell:
    """One player's wards by phase (to 14:00, to 25:00, after), and what the game counted.

    Phases are empty, and `cleared` is the game's count, where no events are recorded.
    """

    slot: int
    side: str | None
    placed_early: int | None
    placed_middle: int | None
    placed_late: int | None
    cleared: int | None
    control_bought: int | None
    score: int | None


@dataclass(frozen=True, slots=True)
class RankCell:
    """One player's rank as it was last seen."""

    slot: int
    champion: str
    player: str
    rank: str
    points: int
    wins: int
    losses: int
    seen_at: datetime


def carried_cells(loaded: Sources) -> tuple[CarriedCell, ...]:
    """Give everybody's choices, in the order of the scoreboard."""
    rows = loaded.slices["scoreboard"].rows
    return tuple(
        CarriedCell(
            slot=row.slot,
            champion=one.seat.name,
            spells=_named(one.spells),
            keystone=_named((one.keystone,)),
            style=one.style,
            items=_named(one.items),
            trinket=_named((one.trinket,)),
            role_item=_named((one.role_item,)),
            augments="; ".join(one.augments),
        )
        for row, one in zip(rows, carried_by(loaded), strict=True)
    )


def taken_cells(loaded: Sources) -> tuple[TakenRow, ...]:
    """Give both sides' count of every kind of objective."""
    taken = taken_of(loaded)
    return taken.rows if taken else ()


def rank_cells(loaded: Sources) -> tuple[RankCell, ...]:
    """Give the ranks known here today; none of whom nobody asked for."""
    ranks = ranks_now(loaded)
    return tuple(
        RankCell(
            slot=one.seat.slot,
            champion=one.seat.name,
            player=one.seat.player,
            rank=one.words,
            points=one.points,
            wins=one.wins,
            losses=one.losses,
            seen_at=one.seen_at,
        )
        for one in (ranks.lines if ranks else ())
    )


def note_cells(loaded: Sources, moment: Moment) -> tuple[NoteRow, ...]:
    """Give souls, bounties and feats up to the moment, by time."""
    window = until(moment, loaded.row.duration_s)
    return tuple(one for one in note_rows(loaded) if window.holds(one.at_s))


def sight_cells(loaded: Sources, moment: Moment) -> tuple[SightCell, ...]:
    """Give everybody's wards up to the moment, by phase."""
    vision: Vision = loaded.slices["vision"]
    window = until(moment, loaded.row.duration_s)
    cells = []
    for one in vision.players:
        placed = [at_s for kind in one.placed_at_s for at_s in kind if window.holds(at_s)]
        early, middle, late = by_phase(placed) if vision.recorded else (None, None, None)
        cleared = sum(window.holds(at_s) for kind in one.cleared_at_s for at_s in kind)
        counted = cleared if vision.recorded else one.said_cleared
        bought = one.control_bought
        cells.append(SightCell(one.slot, one.side, early, middle, late, counted, bought, one.score))
    return tuple(cells)


def _named(things: Iterable[Thing | None]) -> str:
    return "; ".join(one.name for one in things if one)
