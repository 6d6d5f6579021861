"""Shop visits: purchases that follow each other closely."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import msgspec

from webapp.lol.domain.records import ItemEvent

TOGETHER_S: Final = 30
"""Nobody walks out and is back sooner; a longer rest in the fountain is one visit in two parts."""


class Visit(msgspec.Struct, frozen=True):
    """One visit: what was bought and sold, after everything that was undone."""

    at_s: int
    until_s: int
    bought: tuple[int, ...]
    sold: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    """A visit while it goes on."""

    began_ms: int
    last_ms: int
    bought: list[int] = field(default_factory=list)
    sold: list[int] = field(default_factory=list)

    def take(self, event: ItemEvent) -> None:
        self.last_ms = event.at_ms
        if event.action == "bought":
            self.bought.append(event.item)
        elif event.action == "sold":
            self.sold.append(event.item)
        else:
            _drop(self.bought, event.before)
            _drop(self.sold, event.after)


def visits_of(slot: int, events: Iterable[ItemEvent]) -> tuple[Visit, ...]:
    """Gather one player's visits; one in which everything was undone is none."""
    found: list[_Open] = []
    for event in events:
        if event.slot != slot or event.action == "destroyed":
            continue
        if not found or event.at_ms - found[-1].last_ms > TOGETHER_S * 1_000:
            found.append(_Open(event.at_ms, event.at_ms))
        found[-1].take(event)
    return tuple(
        Visit(one.began_ms // 1000, one.last_ms // 1000, tuple(one.bought), tuple(one.sold))
        for one in found
        if one.bought or one.sold
    )


def _drop(items: list[int], item: int | None) -> None:
    """Take back the last of an item."""
    for number in range(len(items) - 1, -1, -1):
        if items[number] == item:
            del items[number]
            return
