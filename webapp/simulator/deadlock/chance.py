"""Seeded chance: one independent stream per match and stage.

Stages draw from streams of their own, so that adding a draw to one leaves the others alone.
"""

import zlib

import numpy as np


def stream(match_id: int, seed: int | None, stage: str) -> np.random.Generator:
    """Give the same numbers for the same match, seed and stage, on every machine."""
    return np.random.default_rng([match_id, seed or 0, zlib.crc32(stage.encode())])


def between(rng: np.random.Generator, low: float, high: float) -> float:
    """Draw one number, the very one `rng.uniform` would give, sooner."""
    return low + (high - low) * rng.random()


def happens(rng: np.random.Generator, chance: float) -> bool:
    """Draw once: true with this chance."""
    return bool(rng.random() < chance)
