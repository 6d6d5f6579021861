"""What people and their programs ask of tokens: make, revoke, exchange, renew, end."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from webapp.accounts.access import LIVES_S, read_access, sign_access
from webapp.accounts.domain.scopes import (
    LONGEST_LIFE,
    LONGEST_NAME,
    MOST_TOKENS,
    PREFIX,
    REFRESH_PREFIX,
    known_scopes,
)
from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.domain.signed import Signed
from webapp.accounts.store import families, tokens
from webapp.core.audit import audit
from webapp.core.db import db, utc_now

FAMILY_LIVES: Final = timedelta(days=30)
TAIL: Final = 4


class TooMany(ValueError):
    """Somebody has as many tokens as anybody may have."""


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token that was just made; its secret is shown now and never again."""

    id: int
    name: str
    secret: str
    scopes: tuple[str, ...]
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TokenPair:
    """An access token for the next minutes, and the refresh token for the next pair."""

    access_token: str
    token_type: str
    expires_in: int
    refresh_token: str
    refresh_ends_at: datetime
    scopes: tuple[str, ...]


def make_token(account_id: int, name: str, scopes: list[str], days: int) -> MadeToken:
    """Make a token; raises TooMany. Commits."""
    if tokens.count_tokens(account_id) >= MOST_TOKENS:
        raise TooMany(f"You have {MOST_TOKENS} tokens, the most there can be. Revoke one first.")
    secret = new_secret(PREFIX)
    new = tokens.NewToken(
        account_id=account_id,
        name=name.strip()[:LONGEST_NAME] or "Unnamed",
        digest=hash_of(secret),
        tail=secret[-TAIL:],
        scopes=known_scopes(scopes),
        ends_at=utc_now() + min(timedelta(days=max(days, 1)), LONGEST_LIFE),
    )
    made = tokens.add_token(new)
    told = {"scopes": list(new.scopes), "ends_at": new.ends_at.isoformat()}
    audit(f"account:{account_id}", "make token", f"token:{made}", None, told)
    db.session.commit()
    return MadeToken(made, new.name, secret, new.scopes, new.ends_at)


def revoke_token(account_id: int, token_id: int) -> bool:
    """End one of somebody's own tokens; False when it is not theirs. Commits."""
    name = tokens.drop_token(account_id, token_id)
    if name is not None:
        audit(f"account:{account_id}", "revoke token", f"token:{token_id}")
    db.session.commit()
    return name is not None


def exchange(signed: Signed, scopes: tuple[str, ...]) -> TokenPair | None:
    """Begin a family from a personal token; None when that has just been revoked. Commits."""
    if signed.token_id is None:
        return None
    found = [one for one in tokens.tokens_of(signed.id) if one.id == signed.token_id]
    if not found:
        return None
    ends_at = min(found[0].ends_at, utc_now() + FAMILY_LIVES)
    family_id = families.begin_family(signed.token_id, scopes, ends_at)
    pair = _pair(signed.id, family_id, scopes, ends_at)
    db.session.commit()
    return pair


def renew(refresh_token: str) -> TokenPair | None:
    """Give the next pair for a refresh token; one used before ends its whole family. Commits.

    One whose family counts no more is not used up: who tries it again has used nothing twice.
    """
    digest = hash_of(refresh_token)
    family_id = families.family_of(digest)
    family = families.load_family(family_id) if family_id else None
    if family is None:
        return None
    if not families.use_refresh(digest):
        _end(family.id, "a refresh token was used twice")
        return None
    pair = _pair(family.signed.id, family.id, family.scopes, family.ends_at)
    db.session.commit()
    return pair


def end_family(token: str) -> bool:
    """End the family an access or refresh token is of; False for anything else. Commits."""
    if token.startswith(REFRESH_PREFIX):
        family_id = families.family_of(hash_of(token))
    else:
        access = read_access(token)
        family_id = access.family_id if access else None
    return family_id is not None and _end(family_id, "asked for")


def _pair(
    account_id: int, family_id: uuid.UUID, scopes: tuple[str, ...], ends_at: datetime
) -> TokenPair:
    refresh = new_secret(REFRESH_PREFIX)
    families.add_refresh(family_id, hash_of(refresh))
    access = sign_access(account_id, family_id, scopes)
    return TokenPair(access, "Bearer", LIVES_S, refresh, ends_at, scopes)


def _end(family_id: uuid.UUID, why: str) -> bool:
    ended = families.revoke_family(family_id, why)
    if ended:
        audit("program", "end token family", f"token_family:{family_id}", None, {"why": why})
    db.session.commit()
    return ended
