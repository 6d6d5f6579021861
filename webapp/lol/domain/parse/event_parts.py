"""What most events have: a moment, people, a place."""

from collections.abc import Callable

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse.numbers import whole

Made = records.Timed | None
Reader = Callable[[wire.Event, frozenset[int]], Made]


def at(one: wire.Event) -> int:
    """Give the millisecond; nothing happens before the start."""
    return max(whole(one.timestamp) or 0, 0)


def who(number: float | None, slots: frozenset[int]) -> int | None:
    """Give a player's slot, None for 0 (no player) and for who is not of the match."""
    found = whole(number)
    return found if found in slots else None


def place(one: wire.Event) -> records.Place | None:
    """Give the place, None where the event has none."""
    found = one.position
    if found is None or found.x is None or found.y is None:
        return None
    return records.Place(int(found.x), int(found.y))


def assists(one: wire.Event, slots: frozenset[int]) -> tuple[int, ...]:
    """Give who assisted."""
    found = (who(number, slots) for number in one.assisting_participant_ids or ())
    return tuple(slot for slot in found if slot is not None)
