"""What the places of deaths are called, as the victim would say them."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.deadlock.domain.analysis.events import Kill
from webapp.deadlock.domain.places import Spot, spots_at
from webapp.deadlock.domain.records import Match


def places_of(match: Match, kills: Sequence[Kill]) -> tuple[tuple[str, str], ...]:
    """Name where victim and killer were; "" where that is not known, or the map has no names."""
    side = {player.slot: player.side for player in match.players}
    both = [(kill.x, kill.y) for kill in kills] + [(kill.killer_x, kill.killer_y) for kill in kills]
    named = _named(both, match.lanes)
    columns = zip(kills, named[: len(kills)], named[len(kills) :], strict=True)
    return tuple(
        (
            victim.seen_by(side[kill.victim]) if victim else "",
            killer.seen_by(side[kill.victim]) if killer and kill.killer is not None else "",
        )
        for kill, victim, killer in columns
    )


def _named(places: Sequence[tuple[float | None, float | None]], lanes: int) -> list[Spot | None]:
    known = [(x, y) for x, y in places if x is not None and y is not None]
    spots = iter(spots_at([x for x, _ in known], [y for _, y in known], lanes=lanes))
    return [None if x is None or y is None else next(spots) for x, y in places]
