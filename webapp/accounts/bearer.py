"""Programs: whose token came along, and what it may do.

A token stands for an account below /api/ only, and only in the Authorization header. It never
counts as a fresh proof, and does no more than its scopes say, whatever its account may.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import structlog
from flask import Flask, abort
from sqlalchemy.exc import SQLAlchemyError

from webapp.accounts.access import read_access
from webapp.accounts.current import accept_bearer, current_account
from webapp.accounts.domain.scopes import PREFIX, ScopeName
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.domain.signed import Signed
from webapp.accounts.store import families, tokens
from webapp.core.asker import Asker, name_asker

P = ParamSpec("P")
R = TypeVar("R")
LONGEST = 200
log = structlog.get_logger()


def know_tokens(app: Flask) -> None:
    """Let programs in by their tokens, and let requests be counted by who makes them."""
    accept_bearer(app, bearer)
    name_asker(app, _asker)


def bearer(token: str) -> Signed | None:
    """Give whose token this is: a personal one, or an access token that grew from one."""
    signed = _personal(token) if token.startswith(PREFIX) else _grown(token)
    if signed and signed.token_id is not None:
        _touch(signed.token_id)
    return signed


def _personal(token: str) -> Signed | None:
    return tokens.load_bearer(hash_of(token)) if len(token) <= LONGEST else None


def _grown(token: str) -> Signed | None:
    access = read_access(token)
    family = families.load_family(access.family_id) if access else None
    if access is None or family is None or family.signed.id != access.account_id:
        return None
    return family.signed


def _touch(token_id: int) -> None:
    """Note the use; what cannot be noted is answered anyway."""
    try:
        tokens.touch(token_id)
    except SQLAlchemyError as error:
        log.warning("token not touched", error=type(error).__name__)


def _asker() -> Asker | None:
    mine = current_account()
    if mine is None:
        return None
    return Asker(f"account:{mine.id}", f"token:{mine.token_id}" if mine.token_id else "")


def needs_scope(scope: ScopeName) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let in a session, or a token with this scope; others are told which is missing."""

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            mine = current_account()
            if mine is None:
                abort(401, f"This needs a token with the scope {scope}.")
            if mine.scopes is not None and scope not in mine.scopes:
                abort(403, f"This token has no scope {scope}. Make one that has it.")
            return view(*args, **kwargs)

        asked.guildhall_scope = scope  # type: ignore[attr-defined]
        return asked

    return guard
