"""Tokens a provider lets us keep: sealed where they lie, refreshed by one asker at a time.

The row is held while its tokens are renewed: whoever asks meanwhile waits, finds them fresh and
asks nobody. A token is never logged, shown or put in an address.
"""

from __future__ import annotations

import time
from typing import Any, Final

import msgspec
import structlog
from sqlalchemy import select

from webapp.accounts.domain.signed_token import Forged
from webapp.accounts.models import Identity
from webapp.accounts.providers import NobodyTold, Provider, find_provider
from webapp.accounts.upstream.oauth import Tokens, fetch_tokens_again, read_access_token
from webapp.core.db import db
from webapp.core.sealing import seal, unseal
from webapp.core.upstream_errors import Forbidden

LOG = structlog.get_logger(__name__)
PURPOSE: Final = "tokens of an identity"
EARLY_S: Final = 60
USUAL_S: Final = 20 * 60
NO_TOKENS: Final = "This character has to sign in once more before anything of theirs can be asked."


def sealed(tokens: Tokens) -> str:
    """Seal the tokens that are kept: what opens, what renews, and until when."""
    lives = tokens.get("expires_in")
    seconds = lives if isinstance(lives, int) and 0 < lives <= USUAL_S * 3 else USUAL_S
    kept = {
        "access": tokens["access_token"],
        "refresh": tokens.get("refresh_token"),
        "until": int(time.time()) + seconds,
    }
    return seal(msgspec.json.encode(kept).decode(), PURPOSE)


def fresh_access_token(identity_id: int) -> str:
    """Give an access token that is good for a minute at least; raises an UpstreamError.

    A transaction of its own: call it outside of one that holds the same identity.
    """
    with db.session.no_autoflush:
        held = select(Identity).where(Identity.id == identity_id).with_for_update()
        identity = db.session.scalar(held.execution_options(populate_existing=True))
    try:
        token = _renewed(identity) if identity else None
    except BaseException:
        db.session.rollback()
        raise
    db.session.commit()
    if token is None:
        raise Forbidden(NO_TOKENS)
    return token


def _renewed(identity: Identity) -> str | None:
    """Give its token, renewed where it must be; None when nothing opens it any more."""
    kept = _kept(identity)
    if kept is None:
        return None
    if kept["until"] - EARLY_S > time.time():
        return str(kept["access"])
    provider = find_provider(identity.provider)
    if provider is None or not kept.get("refresh"):
        return None
    tokens = fetch_tokens_again(provider, kept["refresh"])
    if provider.signed_access and _subject(provider, tokens) != identity.subject:
        raise Forbidden(NO_TOKENS)
    identity.sealed_tokens = sealed(tokens)
    return str(tokens["access_token"])


def _subject(provider: Provider, tokens: Tokens) -> str:
    """Give whom new tokens are about; nobody when they do not hold."""
    try:
        return read_access_token(provider, tokens).subject
    except (Forged, NobodyTold) as error:
        LOG.warning("renewed_token_refused", provider=provider.name, why=str(error))
        return ""


def _kept(identity: Identity) -> dict[str, Any] | None:
    text = unseal(identity.sealed_tokens, PURPOSE) if identity.sealed_tokens else None
    return msgspec.json.decode(text, type=dict[str, Any]) if text else None
