"""The addresses of somebody's tokens for programs.

Making one answers with the page itself and not with a way to it: its secret is shown in that
answer and kept nowhere.
"""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts.actions import tokens
from webapp.accounts.current import current_account, needs_account, needs_proof
from webapp.accounts.domain.scopes import LIVES_DAYS, LONGEST_NAME, USUAL_DAYS
from webapp.accounts.domain.signed import Signed
from webapp.accounts.pages.tokens import tokens_page
from webapp.core.limits import limited
from webapp.core.pages import send

bp = Blueprint("tokens", __name__, url_prefix="/account/tokens")
TEMPLATE = "account/tokens.html"


@bp.get("")
@needs_account
def show() -> Response:
    """Show somebody's tokens, and the form for another."""
    return send(TEMPLATE, page=tokens_page(_mine().id), part="tokens", private=True)


bp.record_once(
    lambda state: state.app.add_url_rule(f"{state.url_prefix}.json", "tokens.show_json", show)
)


@bp.post("")
@needs_account
@needs_proof
@limited
def make() -> Response:
    """Make a token and show it, this once."""
    mine = _mine()
    name = request.form.get("name", "").strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        abort(400, f"Give the token a name of at most {LONGEST_NAME} letters.")
    days = request.form.get("days", USUAL_DAYS, type=int)
    if days not in LIVES_DAYS:
        abort(400, "Choose one of the times a token may live.")
    try:
        made = tokens.make_token(mine.id, name, request.form.getlist("scope"), days)
    except tokens.TooMany as many:
        abort(409, str(many))
    return send(TEMPLATE, page=tokens_page(mine.id, made), status=201, private=True)


@bp.post("/<int(max=9223372036854775807):token_id>/revocation")
@needs_account
def revoke(token_id: int) -> AnyResponse:
    """Revoke one of somebody's own tokens, with all that grew from it."""
    if not tokens.revoke_token(_mine().id, token_id):
        abort(404, "You have no such token.")
    return redirect("/account/tokens", 303)


def _mine() -> Signed:
    """Give who is asking; the guards let nobody else this far."""
    return current_account() or abort(401)
