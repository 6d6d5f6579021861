"""What was known at moments of a match: figures as last sampled, and counts of what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np

from webapp.matchplay.lead import LeadSample
from webapp.matchplay.winning.figures import Numbers

Edge: TypeAlias = Literal["left", "right"]
"""Which side of a second is meant: "right" counts what happened in it, "left" what was before."""


def last_sampled(
    samples: Sequence[LeadSample], at: Numbers, edge: Edge
) -> tuple[Numbers, Numbers, Numbers]:
    """Give the last sample's second and both sides' figures; zeros before the first."""
    rows = [(0, 0, 0), *((one.at_s, one.a, one.b) for one in samples)]
    table = np.array(rows, dtype=np.float64)
    last = np.searchsorted(table[1:, 0], at, side=edge)
    return table[last, 0], table[last, 1], table[last, 2]


def count_by(times: Sequence[int], at: Numbers, edge: Edge) -> Numbers:
    """Count what happened by each moment."""
    ordered = np.sort(np.array(times, dtype=np.float64))
    return np.searchsorted(ordered, at, side=edge).astype(np.float64)
