"""Where each player's gold and experience came from, line by line.

All totals of a match (curves, per-minute figures, reasons, kills of creeps) are sums of these
lines. Reasons are the engine's numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

OTHER, DIED, BOUGHT_BACK, SOLD, BUILDING, HERO, CREEP, NEUTRAL, ROSHAN, COURIER, BOUNTY = (
    0, 1, 2, 6, 11, 12, 13, 14, 15, 16, 17
)  # fmt: skip
XP_OTHER, XP_HERO, XP_CREEP, XP_ROSHAN = 0, 1, 2, 3
START_GOLD = 600
PASSIVE_PER_MINUTE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One gain or loss; `unit` names what was killed by the player's own hand."""

    at_s: int
    gold_reason: int | None = None
    gold: int = 0
    xp_reason: int | None = None
    xp: int = 0
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """One player's lines in order of time, and how many creeps were denied when."""

    slot: int
    duration_s: int
    lines: tuple[Line, ...]
    denies: tuple[int, ...]

    def earned_by(self, second: int) -> int:
        """Gold earned so far, without the 600 everybody starts with."""
        return passive(second) + sum(_earning(line) for line in self.lines if line.at_s <= second)

    @property
    def earned(self) -> int:
        """Gold earned in all."""
        return self.earned_by(self.duration_s)

    @property
    def xp(self) -> int:
        """Experience in all."""
        return sum(line.xp for line in self.lines)

    def balance(self) -> int:
        """Gold that could be spent: all but what deaths and buybacks took."""
        return START_GOLD + passive(self.duration_s) + sum(line.gold for line in self.lines)

    def killed(self) -> dict[str, int]:
        """Creeps, buildings, wards and couriers killed, by unit; heroes are told elsewhere."""
        return tally(line.unit for line in self.lines if line.unit)

    def last_hits_by(self, second: int) -> int:
        """Creeps killed so far."""
        return sum(1 for one in self.lines if one.at_s <= second and is_creep(one.unit))

    def reasons(self, kind: str) -> dict[str, int]:
        """Gold or experience by the engine's reason."""
        found: dict[str, int] = {}
        for line in self.lines:
            reason = line.gold_reason if kind == "gold" else line.xp_reason
            if reason is not None:
                amount = line.gold if kind == "gold" else line.xp
                found[str(reason)] = found.get(str(reason), 0) + amount
        return dict(sorted(found.items(), key=lambda one: int(one[0])))


def passive(second: int) -> int:
    """Gold the clock itself has given by a second."""
    return max(0, second) * PASSIVE_PER_MINUTE // 60


def is_creep(unit: str | None) -> bool:
    """Say whether killing this is a last hit."""
    return unit is not None and ("_creep_" in unit or "_neutral_" in unit or "_siege" in unit)


def tally(units: Iterable[str]) -> dict[str, int]:
    """Count each name."""
    found: dict[str, int] = {}
    for unit in units:
        found[unit] = found.get(unit, 0) + 1
    return found


def _earning(line: Line) -> int:
    return line.gold if line.gold_reason not in {None, DIED, BOUGHT_BACK, SOLD} else 0
