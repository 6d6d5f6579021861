"""The moments of a match at which anything is counted.

Everything cumulative is drawn on a one-minute grid that ends with the match, so the
three-minute damage samples and the five-minute snapshots agree wherever they meet.
"""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.story.events import Ints

STEP_S = 60


@dataclass(frozen=True, slots=True)
class Clock:
    """Bucket edges in seconds; bucket k is (edges[k-1], edges[k]] with edges[-1] = the end."""

    edges: Ints

    @property
    def size(self) -> int:
        """How many buckets there are."""
        return len(self.edges)

    def bucket(self, second: float) -> int:
        """Which bucket a second falls in."""
        return min(int(np.searchsorted(self.edges, second)), self.size - 1)

    def starts(self) -> Ints:
        """Where each bucket begins."""
        return np.concatenate([[0], self.edges[:-1]])

    def samples(self) -> list[int]:
        """Every third minute and the end: the damage matrix."""
        return self._every(180, 180)

    def snapshots(self) -> list[int]:
        """Every third minute to 15:00, every fifth from 20:00, and the end: the statistics."""
        early = [second for second in (180, 360, 540, 720, 900) if second < self.edges[-1]]
        return early + self._every(1200, 300)

    def rows(self, seconds: list[int]) -> Ints:
        """Give the bucket each of these moments closes."""
        return np.searchsorted(self.edges, seconds)

    def _every(self, first: int, step: int) -> list[int]:
        end = int(self.edges[-1])
        return [*range(first, end - 5, step), end]


def clock_of(duration_s: int) -> Clock:
    """Give the grid for a match of this length."""
    whole = np.arange(STEP_S, duration_s, STEP_S)
    return Clock(np.concatenate([whole, [duration_s]]).astype(np.int64))
