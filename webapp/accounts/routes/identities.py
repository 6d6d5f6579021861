"""How one signs in: linking (begun at `/sign-in/<provider>`), unlinking, joining two accounts."""

from __future__ import annotations

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from webapp.accounts.actions import identities, merging
from webapp.accounts.current import needs_account, needs_proof
from webapp.accounts.offers import drop_offer, open_offer
from webapp.accounts.pages.merging import MergePage, merge_page
from webapp.accounts.pages.ways_in import IdentitiesPage, identities_page
from webapp.accounts.providers import policy_for_forms
from webapp.accounts.routes.account import my_account
from webapp.core.limits import limited
from webapp.core.pages import send
from webapp.core.twins import answers

bp = Blueprint("identities", __name__, url_prefix="/account")
HERE = "/account/identities"
CONFLICT = 409


@bp.get("/identities", endpoint="list")
@bp.get("/identities.json", endpoint="list_json")
@answers(IdentitiesPage)
@needs_account
def show() -> Response:
    """List how one signs in."""
    return _page("")


@bp.post("/identities/<int:identity_id>/unlink")
@needs_account
@needs_proof
def unlink(identity_id: int) -> Response:
    """Unlink one of one's own identities, never the last way in."""
    try:
        identities.unlink(my_account().id, identity_id)
    except LookupError:
        abort(404, "There is no such identity of yours.")
    except identities.LastWay:
        return _page(identities.LAST_WAY)
    return redirect(HERE, 303)


@bp.get("/merge", endpoint="offer")
@bp.get("/merge.json", endpoint="offer_json")
@answers(MergePage)
@needs_account
def before_merging() -> Response:
    """Show what joining two accounts would do."""
    page = merge_page(my_account().id, open_offer()) or abort(401)
    return send("account/merge.html", page=page, private=True)


@bp.post("/merge")
@needs_account
@needs_proof
@limited
def merge() -> Response:
    """Join the other account one has just proved to this one."""
    offer, mine = open_offer(), my_account()
    try:
        merging.merge(mine.id, offer, here=mine.session_id)
    except merging.Impossible:
        page = merge_page(mine.id, offer) or abort(401)
        return send("account/merge.html", page=page, status=CONFLICT, private=True)
    drop_offer()
    return redirect(HERE, 303)


@bp.post("/merge/decline")
@needs_account
def decline() -> Response:
    """Keep two accounts as they are."""
    drop_offer()
    return redirect(HERE, 303)


def _page(problem: str) -> Response:
    page = identities_page(my_account().id, problem)
    status, headers = CONFLICT if problem else 200, policy_for_forms()
    return send("account/identities.html", page=page, status=status, headers=headers, private=True)
