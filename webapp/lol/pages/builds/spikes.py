"""When everybody finished their legendaries, beside the opponent in the same role."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.analysis.builds import BOUGHT, PlayerBuild
from webapp.lol.pages.frame import clock
from webapp.lol.pages.seats import Seat, seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.pages.things import Thing, thing_of
from webapp.lol.pages.window import Window

HELD = 32


@dataclass(frozen=True, slots=True)
class Spike:
    """A legendary: when it was bought, and how long before or after the opponent's as many."""

    at_s: int
    clock: str
    item: Thing
    ahead: str
    first: bool


@dataclass(frozen=True, slots=True)
class SpikeRow:
    """One player's legendaries in order; `opponent` is empty where roles do not say."""

    seat: Seat
    opponent: str
    spikes: tuple[Spike, ...]


@holding(HELD)
def spike_rows(loaded: Sources) -> tuple[SpikeRow, ...]:
    """Give a row for each player, of the whole match."""
    players, seats = loaded.slices["builds"].players, seats_of(loaded)
    times = {one.slot: _legendaries(loaded, one) for one in players}
    rows = []
    for one in players:
        other = _opponent(one, players)
        theirs = [at_s for at_s, _ in times[other.slot]] if other else None
        spikes = tuple(
            _spike(at_s, thing_of(loaded.names.item(item)), number, theirs)
            for number, (at_s, item) in enumerate(times[one.slot])
        )
        rows.append(SpikeRow(seats[one.slot], seats[other.slot].name if other else "", spikes))
    return tuple(rows)


def within(rows: tuple[SpikeRow, ...], window: Window) -> tuple[SpikeRow, ...]:
    """Leave the spikes of a stretch."""
    return tuple(
        SpikeRow(row.seat, row.opponent, tuple(one for one in row.spikes if window.holds(one.at_s)))
        for row in rows
    )


def _legendaries(loaded: Sources, one: PlayerBuild) -> list[tuple[int, int]]:
    return [
        (deal.at_s, deal.item)
        for deal in one.deals
        if deal.action == BOUGHT and loaded.names.item(deal.item).legendary
    ]


def _opponent(one: PlayerBuild, players: tuple[PlayerBuild, ...]) -> PlayerBuild | None:
    same = [
        other
        for other in players
        if one.role and other.role == one.role and other.side and other.side != one.side
    ]
    return same[0] if one.side and len(same) == 1 else None


def _spike(at_s: int, item: Thing, number: int, theirs: list[int] | None) -> Spike:
    if theirs is None:
        return Spike(at_s, clock(at_s), item, "", first=False)
    if number >= len(theirs):
        return Spike(at_s, clock(at_s), item, "opponent never", first=True)
    ahead = theirs[number] - at_s
    said = f"{clock(abs(ahead))} {'before' if ahead > 0 else 'after'}" if ahead else "same second"
    return Spike(at_s, clock(at_s), item, said, first=ahead > 0)
