"""What a token may do: three words, each a promise a reader understands.

A session may do all its account may; a token only what its scopes say, whatever the role.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

ScopeName = Literal["read", "jobs", "account:read"]
PREFIX: Final = "guild_"
REFRESH_PREFIX: Final = "guildr_"
LONGEST_LIFE: Final = timedelta(days=365)
LIVES_DAYS: Final = (7, 30, 90, 365)
USUAL_DAYS: Final = 90
MOST_TOKENS: Final = 20
LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """One thing a token may be allowed, in a reader's words."""

    name: ScopeName
    words: str


SCOPES: Final = (
    Scope("read", "Read what everybody may read, counted for you and not for your address."),
    Scope("jobs", "Ask for work: matches, files read, the coach. Call off what you asked for."),
    Scope("account:read", "See your name, your role and what you asked for."),
)
NAMES: Final = tuple(scope.name for scope in SCOPES)


def known_scopes(wanted: Iterable[str]) -> tuple[str, ...]:
    """Give the scopes there are among the words; reading is part of every token."""
    asked = set(wanted) | {"read"}
    return tuple(name for name in NAMES if name in asked)


def narrowed(wanted: Collection[str] | None, held: Collection[str]) -> tuple[str, ...] | None:
    """Give the part of the scopes that is asked for; None where more is asked for than is held."""
    if wanted is None:
        return tuple(name for name in NAMES if name in held)
    if not set(wanted) <= set(held):
        return None
    return known_scopes(wanted)
