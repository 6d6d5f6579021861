"""Tokens of programs: a personal one becomes a pair, a pair becomes the next, a family ends.

Refresh tokens come in the Authorization header as well: no token ever stands in an address or
in a body that might be logged.
"""

from __future__ import annotations

from typing import Final

import msgspec
from flask import Response, abort, request

from webapp.accounts.actions import tokens
from webapp.accounts.actions.tokens import TokenPair
from webapp.accounts.current import current_account
from webapp.accounts.domain.scopes import PREFIX, ScopeName, narrowed
from webapp.api.routes import bp
from webapp.api.routes.answers import told
from webapp.api.said import Said, documented
from webapp.core.limits import limited
from webapp.core.sent import sent

UNKNOWN: Final = "This token is not known here, has ended, was used before or was revoked."
LONGEST: Final = 2000


class TokenWish(msgspec.Struct, forbid_unknown_fields=True):
    """Which scopes a pair is for; without a word, all those of the personal token."""

    scopes: list[ScopeName] | None = None


@bp.post("/tokens")
@documented(Said(TokenPair, 201, body=TokenWish, opens="personal", problems=(400, 403, 413, 415)))
@limited
def exchange_token() -> Response:
    """Exchange a personal token for a short-lived access token and a refresh token."""
    mine = current_account()
    if mine is None or not _given().startswith(PREFIX):
        abort(401, "This takes a personal token, in the Authorization header.")
    scopes = narrowed(sent(TokenWish).scopes, mine.scopes or frozenset())
    if scopes is None:
        abort(403, "The personal token has fewer scopes than were asked for.")
    pair = tokens.exchange(mine, scopes) or abort(401, UNKNOWN)
    return told(pair, 201)


@bp.post("/tokens/refresh")
@documented(Said(TokenPair, 201, opens="refresh"))
@limited
def refresh_tokens() -> Response:
    """Exchange a refresh token for the next pair; using one twice ends its family."""
    pair = tokens.renew(_given()) or abort(401, UNKNOWN)
    return told(pair, 201)


@bp.post("/tokens/revocation")
@documented(Said(None, 204, opens="grown"))
@limited
def end_tokens() -> Response:
    """End the family of an access or refresh token: neither it nor its successors count."""
    if not tokens.end_family(_given()):
        abort(401, UNKNOWN)
    return Response(status=204, headers={"Cache-Control": "no-store"})


def _given() -> str:
    """Give the token that came along."""
    word, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if word.lower() == "bearer" and len(token) <= LONGEST else ""
