"""What somebody was told, the bell in the corner, and the channels beside it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions import channels
from webapp.accounts.actions.reading import mark_read
from webapp.accounts.current import current_account, needs_account
from webapp.accounts.domain.signed import Signed
from webapp.accounts.pages.notifications import (
    BellPage,
    NotificationsPage,
    bell_page,
    notifications_page,
    proof_page,
)
from webapp.core.limits import limited
from webapp.core.pages import send
from webapp.core.paging import continued
from webapp.core.twins import answers

bp = Blueprint("notifications", __name__)
HERE = "/account/notifications"
TEMPLATE = "account/notifications.html"
PROOF = f"{HERE}/email/<string(maxlength=80):proof>"


@bp.get("/me/bell")
@bp.get("/me/bell.json")
@answers(BellPage)
def bell() -> Response:
    """Show how much somebody has not read."""
    mine = current_account()
    page = bell_page(mine.id if mine else None)
    return send("account/bell.html", page=page, part="bell", private=True)


@bp.get(HERE)
@bp.get(f"{HERE}.json")
@answers(NotificationsPage, "before")
@needs_account
def show() -> Response:
    """Show what somebody was told, newest first, and where else they want to be told."""
    page = notifications_page(mine().id, before=request.args.get("before", None, int))
    links = continued(page.older_url)
    return send(TEMPLATE, page=page, part="told", private=True, headers=links)


@bp.post(f"{HERE}/read")
@needs_account
def read() -> Response:
    """Mark one thing as read, or all of them."""
    mark_read(mine().id, request.form.get("id", None, int))
    return redirect(HERE, 303)


@bp.post(f"{HERE}/bell")
@needs_account
def choose_bell() -> Response:
    """Choose what the bell tells of."""
    channels.choose_bell(mine().id, request.form.getlist("event"))
    return redirect(f"{HERE}#where", 303)


@bp.post(f"{HERE}/discord")
@needs_account
@limited
def add_discord() -> Response:
    """Add a channel of Discord's."""
    return _added(lambda: channels.add_discord(mine().id, request.form.get("url", "")))


@bp.post(f"{HERE}/email")
@needs_account
@limited
def add_mail() -> Response:
    """Add an address, and mail it a link."""
    return _added(lambda: channels.add_mail(mine().id, request.form.get("address", "")))


@bp.get(PROOF)
def show_proof(proof: str) -> Response:
    """Show which address a mailed link opens."""
    page = proof_page(proof)
    status = 200 if page.shown else 404
    return send("account/proof.html", page=page, status=status, private=True)


@bp.post(PROOF)
@limited
def prove(proof: str) -> Response:
    """Open the address a mailed link belongs to."""
    if not channels.prove(proof):
        abort(404, "This link opens nothing. It may be older than a day, or used already.")
    return redirect(HERE, 303)


def mine() -> Signed:
    """Give who is asking; the guards let nobody else this far."""
    return current_account() or abort(401)


def _added(add: Callable[[], None]) -> Response:
    try:
        add()
    except channels.Unfit as unfit:
        page = notifications_page(mine().id, wrong=str(unfit))
        return send(TEMPLATE, page=page, status=400, private=True)
    return redirect(f"{HERE}#where", 303)
