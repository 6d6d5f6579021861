"""When people fought: deaths that follow each other within a cool-down.

The rule is OpenDota's (its parser's `processTeamfights`): a fight begins 15 s before a death and
goes on until 15 s have passed without another; three deaths make it one worth telling. OpenDota
sees deaths to creeps and towers too, which no log has; its own list of fights tells those. It
leaves out a fight that was still going on when the match ended, which is told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

COOL_DOWN_S: Final = 15
LEAST_DEATHS: Final = 3


class Window(msgspec.Struct, frozen=True):
    """One fight as found: its seconds, those of its deaths, and how many died."""

    start_s: int
    end_s: int
    first_death_s: int
    last_death_s: int
    deaths: int

    def overlaps(self, start_s: int, end_s: int) -> bool:
        """Say whether its deaths lie within other bounds."""
        return start_s <= self.last_death_s and self.first_death_s <= end_s


def windows_of(deaths_s: Iterable[int]) -> list[Window]:
    """Find fights by the seconds of deaths, in any order."""
    runs: list[list[int]] = []
    for at_s in sorted(deaths_s):
        if runs and at_s - runs[-1][-1] < COOL_DOWN_S:
            runs[-1].append(at_s)
        else:
            runs.append([at_s])
    return [_window(run) for run in runs if len(run) >= LEAST_DEATHS]


def _window(run: Sequence[int]) -> Window:
    return Window(run[0] - COOL_DOWN_S, run[-1] + COOL_DOWN_S, run[0], run[-1], len(run))
