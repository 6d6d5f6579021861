"""The page of somebody's tokens: those there are, a form for another, one just made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.accounts.actions.tokens import MadeToken
from webapp.accounts.domain.scopes import (
    LIVES_DAYS,
    LONGEST_NAME,
    MOST_TOKENS,
    SCOPES,
    USUAL_DAYS,
    Scope,
)
from webapp.accounts.store.tokens import TokenRow, tokens_of
from webapp.core.db import utc_now


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token in the list."""

    id: int
    name: str
    tail: str
    scopes: tuple[str, ...]
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None
    over: bool


@dataclass(frozen=True, slots=True)
class TokensPage:
    """Somebody's tokens; `made` is the one whose secret is shown this once."""

    tokens: tuple[TokenLine, ...]
    made: MadeToken | None
    scopes: tuple[Scope, ...]
    lives_days: tuple[int, ...]
    usual_days: int
    longest_name: int
    full: bool


def tokens_page(account_id: int, made: MadeToken | None = None) -> TokensPage:
    """Give the page of one account's tokens."""
    found = tokens_of(account_id)
    return TokensPage(
        tokens=tuple(_line(row) for row in found),
        made=made,
        scopes=SCOPES,
        lives_days=LIVES_DAYS,
        usual_days=USUAL_DAYS,
        longest_name=LONGEST_NAME,
        full=len(found) >= MOST_TOKENS,
    )


def _line(row: TokenRow) -> TokenLine:
    return TokenLine(
        id=row.id,
        name=row.name,
        tail=row.tail,
        scopes=row.scopes,
        made_at=row.made_at,
        ends_at=row.ends_at,
        used_at=row.used_at,
        over=row.ends_at <= utc_now(),
    )
