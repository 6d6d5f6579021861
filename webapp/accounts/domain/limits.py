"""How long a session lives: without being used, and at all (ASVS 7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from webapp.accounts.domain.roles import at_least

FRESH: Final = timedelta(minutes=30)
"""How recently somebody must have shown who they are to change what matters."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The two limits of one session."""

    idle: timedelta
    absolute: timedelta


USUAL: Final = Limits(timedelta(days=14), timedelta(days=30))
ADMIN: Final = Limits(timedelta(minutes=30), timedelta(hours=12))
SIGNING_IN: Final = Limits(timedelta(minutes=30), timedelta(hours=1))


def limits_of(role: str | None) -> Limits:
    """Give the limits for a role; without one somebody is still signing in."""
    if role is None:
        return SIGNING_IN
    return ADMIN if at_least(role, "admin") else USUAL


def is_over(role: str | None, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Say whether a session is past either limit."""
    limits = limits_of(role)
    return now - seen_at > limits.idle or now - created_at > limits.absolute


def is_fresh(proved_at: datetime | None, now: datetime) -> bool:
    """Say whether somebody showed who they are recently enough for what matters."""
    return proved_at is not None and now - proved_at <= FRESH
