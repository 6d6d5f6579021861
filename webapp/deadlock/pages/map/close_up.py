"""Where the closest fight of a moment is: the frame of the map's close-up."""

from __future__ import annotations

import numpy as np

from webapp.deadlock.domain.paths_file import Replay
from webapp.deadlock.pages.map.scene import Now
from webapp.deadlock.pages.map.tracks import once_a_replay
from webapp.deadlock.pages.map.window import Frame

_WIDTH = 4600.0
_CROWD = 3  # two alone are a duel, seen well enough


def close_up(now: Now) -> Frame | None:
    """Frame the densest place where both sides stand; None when nobody meets anybody."""
    frames = _frames(now.replay)
    return frames[now.sample] if frames else None


@once_a_replay
def _frames(replay: Replay) -> tuple[Frame | None, ...]:
    """Frame every sample of a match."""
    paths = replay.paths
    if not paths.x.shape[1]:
        return ()
    x, y, alive = paths.x.astype(float), paths.y.astype(float), paths.health > 0
    sides = np.array([player.side == "a" for player in replay.header.players])
    near = np.maximum(abs(x[:, None] - x), abs(y[:, None] - y)) < _WIDTH / 2 * 0.8
    near &= alive & alive[:, None]
    both = near[:, sides].any(1) & near[:, ~sides].any(1)
    crowd = np.where(both, near.sum(1), 0)
    those = near[crowd.argmax(0), :, np.arange(crowd.shape[1])].T
    count = np.maximum(those.sum(0), 1)
    middle = zip((x * those).sum(0) / count, (y * those).sum(0) / count, strict=True)
    return tuple(
        Frame(round(float(left)), round(float(up)), _WIDTH) if most >= _CROWD else None
        for most, (left, up) in zip(crowd.max(0), middle, strict=True)
    )
