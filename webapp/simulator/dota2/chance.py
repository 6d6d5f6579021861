"""Seeded chance: one independent stream for each match and stage, the same on every machine."""

import random
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

Chance: TypeAlias = random.Random
T = TypeVar("T")


def stream(match_id: int, stage: str) -> Chance:
    """Give the same numbers for the same match and stage; stages leave each other alone."""
    return random.Random(f"{match_id}:{stage}")  # noqa: S311 - repeatable on purpose


def happens(rng: Chance, chance: float) -> bool:
    """Draw once: true with this chance."""
    return rng.random() < chance


def weighted(rng: Chance, among: Sequence[T], weights: Sequence[float]) -> T:
    """Draw one by weight."""
    return rng.choices(among, weights)[0]
