"""What the events say of two players of a lane."""

from collections.abc import Iterable

import msgspec

from webapp.lol.domain.records import Timeline


class Happened(msgspec.Struct, frozen=True):
    """What the events say by a second; None where there are none."""

    told: Timeline
    at_s: int

    def kills(self, slot: int) -> int | None:
        """Count the kills of a player."""
        return self._count(one.killer == slot for one in self.told.kills if one.at_s <= self.at_s)

    def deaths(self, slot: int) -> int | None:
        """Count the deaths of a player."""
        return self._count(one.victim == slot for one in self.told.kills if one.at_s <= self.at_s)

    def plates(self, slot: int) -> int | None:
        """Count the plates credited to a player."""
        return self._count(one.killer == slot for one in self.told.plates if one.at_s <= self.at_s)

    def solo(self, killer: int, victim: int) -> int | None:
        """Count the kills of one player by another without any assist."""
        return self._count(
            (one.killer, one.victim, one.assists) == (killer, victim, ())
            for one in self.told.kills
            if one.at_s <= self.at_s
        )

    def _count(self, found: Iterable[bool]) -> int | None:
        return sum(found) if self.told.has_events else None
