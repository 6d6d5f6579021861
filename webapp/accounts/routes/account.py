"""The addresses of one's own account. A GET only looks; every change is a POST."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions.preferences import Preferences, Unknown, save_preferences
from webapp.accounts.current import current_account, needs_account
from webapp.accounts.domain.names import BadName
from webapp.accounts.domain.signed import Signed
from webapp.accounts.pages.overview import AccountPage, account_page
from webapp.core.pages import send
from webapp.core.twins import answers

bp = Blueprint("account", __name__)
TEMPLATE = "account/account.html"


def my_account() -> Signed:
    """Give whose pages these are; behind `needs_account` there is always somebody."""
    return current_account() or abort(401)


@bp.get("/account", endpoint="overview")
@bp.get("/account.json", endpoint="overview_json")
@answers(AccountPage)
@needs_account
def overview() -> Response:
    """Show who one is here and what one prefers."""
    page = account_page(my_account().id, saved="saved" in request.args) or abort(401)
    return send(TEMPLATE, page=page, private=True)


@bp.post("/account/preferences")
@needs_account
def prefer() -> Response:
    """Change one's name and preferences."""
    mine, form = my_account(), request.form
    fields = (form.get(name, "") for name in ("name", "theme", "time_zone", "language"))
    wanted = Preferences(*fields)
    try:
        save_preferences(mine.id, wanted)
    except BadName as bad:
        page = account_page(mine.id, name=wanted.name[:200], problem=str(bad)) or abort(401)
        return send(TEMPLATE, page=page, status=400, private=True)
    except Unknown as unknown:
        abort(400, str(unknown))
    return redirect("/account?saved=1", 303)
