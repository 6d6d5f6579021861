"""Proof by a sign: which one to set, until when, and whether it was set."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

LIVES: Final = timedelta(minutes=10)
SPARE: Final = timedelta(minutes=5)
"""A sign seen within its time counts, even if the game's servers were slow to be asked."""


def choose_sign(signs: Sequence[int], taken: Collection[int | None]) -> int | None:
    """Choose a sign nobody can foresee, and none of those that are taken; None where all are."""
    free = [sign for sign in signs if sign not in taken]
    return secrets.choice(free) if free else None


def is_open(ends_at: datetime | None, now: datetime) -> bool:
    """Say whether a sign may still be set."""
    return ends_at is not None and now <= ends_at


def still_counts(ends_at: datetime | None, asked_at: datetime) -> bool:
    """Say whether it was asked to look in time."""
    return ends_at is not None and asked_at <= ends_at + SPARE
