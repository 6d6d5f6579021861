"""Where one is signed in: looking, and ending sessions.

Ending asks for no fresh proof: it may be urgent.
"""

from __future__ import annotations

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from webapp.accounts.actions import sessions
from webapp.accounts.current import needs_account
from webapp.accounts.pages.signed_in import SessionsPage, sessions_page
from webapp.accounts.routes.account import my_account
from webapp.accounts.session import browser_session
from webapp.core.pages import send
from webapp.core.twins import answers

bp = Blueprint("sessions", __name__)
HERE = "/account/sessions"


@bp.get("/account/sessions", endpoint="list")
@bp.get("/account/sessions.json", endpoint="list_json")
@answers(SessionsPage)
@needs_account
def show() -> Response:
    """List where one is signed in."""
    mine = my_account()
    page = sessions_page(mine.id, mine.session_id)
    return send("account/sessions.html", page=page, private=True)


@bp.post("/account/sessions/<handle>/end")
@needs_account
def end(handle: str) -> Response:
    """End one of one's own sessions."""
    mine = my_account()
    ended = sessions.end_one(mine.id, handle)
    if ended is None:
        abort(404, "There is no such session of yours; it may have ended already.")
    return _leave() if ended == mine.session_id else redirect(HERE, 303)


@bp.post("/account/sessions/others/end")
@needs_account
def end_others() -> Response:
    """End every session but this one."""
    mine = my_account()
    sessions.end_all(mine.id, but=mine.session_id)
    return redirect(HERE, 303)


@bp.post("/account/sessions/all/end")
@needs_account
def end_all() -> Response:
    """End every session, this one too."""
    sessions.end_all(my_account().id)
    return _leave()


def _leave() -> Response:
    browser_session().sign_out()
    return redirect("/sign-in", 303)
