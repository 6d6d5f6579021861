"""Positions of a match, decoded once a process: for whatever page draws a map."""

from __future__ import annotations

from functools import lru_cache

from webapp.core.objects import ObjectMissing
from webapp.deadlock.domain.paths_file import Replay, decode_paths
from webapp.deadlock.store import matches

REPLAYS_HELD = 16


def load_replay(key: str | None) -> Replay | None:
    """Give a match's positions; None when it has none, or none that can be read."""
    try:
        return _decoded(key) if key else None
    except (ObjectMissing, ValueError):
        return None


@lru_cache(maxsize=REPLAYS_HELD)
def _decoded(key: str) -> Replay:
    """Decode a positions file; its key names its content, so what is held never ages."""
    return decode_paths(matches.load_file(key))
