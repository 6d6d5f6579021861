"""One-time sign-in links: looking at one changes nothing, its button signs in."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from webapp.accounts.actions import users
from webapp.accounts.pages.link import link_page
from webapp.accounts.session import browser_session
from webapp.core.limits import limit_for_all, limiter
from webapp.core.pages import send

bp = Blueprint("sign_in_link", __name__)
LINKS: Final = "20 per minute; 200 per hour"
LINKS_FOR_ALL: Final = "600 per minute"


@bp.get("/sign-in/link/<secret>")
@limiter.limit(LINKS)
@limit_for_all(LINKS_FOR_ALL)
def show(secret: str) -> Response:
    """Show whom a link signs in."""
    page = link_page(secret)
    return send("sign_in/link.html", page=page, status=page.status, private=True)


@bp.post("/sign-in/link/<secret>")
@limiter.limit(LINKS)
@limit_for_all(LINKS_FOR_ALL)
def use(secret: str) -> Response:
    """Sign in by a link, once."""
    account_id = users.use_link(secret)
    if account_id is None:
        page = link_page(secret)
        return send("sign_in/link.html", page=page, status=page.status, private=True)
    browser_session().sign_in(account_id, "link")
    return redirect("/account", 303)
