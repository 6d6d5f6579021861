"""Seeded chance: one independent stream per match and stage, the same on every machine."""

import random


def stream(name: str, stage: str) -> random.Random:
    """Give the same numbers for the same match and stage, always."""
    return random.Random(f"{name}/{stage}")  # noqa: S311 - repeatable on purpose


def happens(rng: random.Random, chance: float) -> bool:
    """Draw once: true with this chance."""
    return rng.random() < chance


def about(rng: random.Random, middle: float, spread: float = 0.15) -> float:
    """Give a number near another."""
    return middle * (1 + rng.uniform(-spread, spread))
