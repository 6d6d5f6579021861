"""Who a token stands for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, abort

from webapp.accounts.bearer import needs_scope
from webapp.accounts.current import current_account
from webapp.api.routes import bp
from webapp.api.routes.answers import told
from webapp.api.said import Said, documented


@dataclass(frozen=True, slots=True)
class Me:
    """The account behind a request; `scopes` is null for a session, which may do all."""

    id: int
    name: str
    role: str
    time_zone: str
    token_id: int | None
    scopes: tuple[str, ...] | None


@bp.get("/me")
@documented(Said(Me, opens="account:read"))
@needs_scope("account:read")
def me() -> Response:
    """Tell whose token this is and what it may do."""
    mine = current_account() or abort(401)
    scopes = None if mine.scopes is None else tuple(sorted(mine.scopes))
    return told(Me(mine.id, mine.name, mine.role, mine.time_zone, mine.token_id, scopes))
