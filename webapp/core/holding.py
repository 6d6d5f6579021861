"""What functions made of what is kept, held while that lasts.

Each holds what it gave for the arguments asked last. All of a room's are let go when a set of
names takes the place of another there: what they hold was made of the old one, and would lie
there until as much was asked again. A set of numbers (what is usual, a model) lets nothing go: it
is an argument of the little that is made of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, ParamSpec, Protocol, TypeVar, cast
from weakref import WeakSet

P = ParamSpec("P")
T = TypeVar("T")


class Clearable(Protocol):
    """What can be emptied."""

    def clear(self) -> None:
        """Hold nothing any more."""


C = TypeVar("C", bound=Clearable)
shared: Final[WeakSet[Clearable]] = WeakSet()
"""What is of no room alone: emptied whenever names change in any."""
_of_rooms: Final[defaultdict[str, list[Callable[[], None]]]] = defaultdict(list)


def holding(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function of hashable arguments hold what it gave for the `most` asked last."""

    def hold(function: Callable[P, T]) -> Callable[P, T]:
        held: Any = lru_cache(maxsize=most)(function)
        _of_rooms[function.__module__.split(".")[1]].append(held.cache_clear)
        return cast("Callable[P, T]", held)

    return hold


def of_room(room: str, held: C) -> C:
    """Empty what holds things of a room, and lasts as long as the process, with the rest of it."""
    _of_rooms[room].append(held.clear)
    return held


def let_go(room: str) -> None:
    """Hold nothing any more of what is made of a room's names, nor of what is shared."""
    for clear in _of_rooms.get(room, ()):
        clear()
    for one in list(shared):
        one.clear()
