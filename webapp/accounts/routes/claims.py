"""The addresses of claims: what to write, and the two things to ask for. A job does the looking."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.accounts.actions import claiming
from webapp.accounts.claims import Claimable, find_claimable
from webapp.accounts.current import current_account, needs_account, needs_proof
from webapp.accounts.domain.claim import is_open
from webapp.accounts.pages.claim import ClaimPage, claim_page
from webapp.accounts.store.claims import claim_of
from webapp.core.db import utc_now
from webapp.core.limits import limit_by_account, limit_for_all, limiter
from webapp.core.pages import send
from webapp.core.twins import answers, asks_for_work

bp = Blueprint("claims", __name__)
PAGE: Final = "/account/identities/claims/<provider>"
LOOKS: Final = "10 per minute; 40 per hour"
LOOKS_FOR_ALL: Final = "600 per minute"


@bp.get(PAGE, endpoint="page")
@bp.get(f"{PAGE}.json", endpoint="page_json")
@answers(ClaimPage)
@needs_account
def show(provider: str) -> Response:
    """Show the claim under way, or what to write for one."""
    return _answer(_claimable(provider))


@bp.post(PAGE)
@asks_for_work
@needs_proof
@limiter.limit(LOOKS)
@limit_by_account(LOOKS)
@limit_for_all(LOOKS_FOR_ALL)
def begin(provider: str) -> Response:
    """Claim a name."""
    claimable, written = _claimable(provider), request.form.get("name", "")
    wanted = claimable.read(written)
    if wanted is None:
        said = f"That is no {claimable.called}. One looks like {claimable.example}."
        return _answer(claimable, written[:80], said, status=400)
    return _to_run(claiming.begin(_mine(), claimable, wanted))


@bp.post(f"{PAGE}/check")
@asks_for_work
@needs_proof
@limiter.limit(LOOKS)
@limit_by_account(LOOKS)
@limit_for_all(LOOKS_FOR_ALL)
def check(provider: str) -> Response:
    """Ask whether the sign is set."""
    claimable = _claimable(provider)
    claim = claim_of(_mine(), provider)
    if claim is None or not is_open(claim.ends_at, utc_now()):
        said = "The ten minutes are over. Claim the name once more for a new sign."
        return _answer(claimable, said=said, status=409)
    return _to_run(claiming.check(claimable, claim))


def _answer(
    claimable: Claimable, wanted: str = "", said: str = "", *, status: int = 200
) -> Response:
    page = claim_page(_mine(), claimable, wanted, said)
    return send("account/claim.html", page=page, part="claim", status=status, private=True)


def _to_run(run_id: object) -> Response:
    return redirect(url_for("jobs.job", run_id=run_id), 303)


def _claimable(provider: str) -> Claimable:
    return find_claimable(provider) or abort(404, "No such names can be claimed here.")


def _mine() -> int:
    signed = current_account() or abort(401)
    return signed.id
