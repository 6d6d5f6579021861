"""Where the closest fight of a moment is: the frame of the map's close-up."""

from __future__ import annotations

import numpy as np

from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.window import Frame


def close_up(now: Now, width: float = 4600.0) -> Frame | None:
    """Frame the densest place where both sides stand; None when nobody meets anybody."""
    header, sample = now.replay.header, now.sample
    alive = [row for row in range(len(header.players)) if now.health(row) > 0]
    if not alive:
        return None
    points = np.array([now.where(row) for row in alive])
    sides = np.array([header.players[row].side == "a" for row in alive])
    near = np.abs(points[:, None] - points[None]).max(2) < width / 2 * 0.8
    both = (near & sides).any(1) & (near & ~sides).any(1)
    crowd = np.where(both, near.sum(1), 0)
    if sample < 0 or crowd.max() < 3:  # noqa: PLR2004 - two alone are a duel, seen well enough
        return None
    middle = points[near[crowd.argmax()]].mean(0)
    return Frame(x=round(float(middle[0])), y=round(float(middle[1])), width=width)
