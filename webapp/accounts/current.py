"""Who is asking, and what they must be to go on.

Guards stand nearest to a view, below its routes. Somebody signed out is sent to sign in and
comes back; somebody who may not know a page exists sees that it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast
from urllib.parse import urlencode

from flask import Flask, Request, abort, current_app, redirect, request
from flask_login import LoginManager, current_user
from werkzeug.wrappers import Response

from webapp.accounts.domain.limits import is_fresh
from webapp.accounts.domain.roles import Role
from webapp.accounts.domain.signed import Signed
from webapp.accounts.session import RowSessions, browser_session
from webapp.core.db import utc_now
from webapp.core.pages import PRIVATE, wanted_kind
from webapp.core.security import SAFE_METHODS

P = ParamSpec("P")
R = TypeVar("R")
SIGN_IN = "/sign-in"
BEARERS = "guildhall.bearers"
Bearer = Callable[[str], Signed | None]


def know_accounts(app: Flask) -> None:
    """Let requests know who asks: by the session of a browser, or by a token of a program."""
    app.session_interface = RowSessions()
    manager = LoginManager()
    app.login_manager = manager  # type: ignore[attr-defined]  # its own hooks open every session
    manager.session_protection = None  # a session is bound to its row, not to an address
    manager.request_loader(_signed)


def accept_bearer(app: Flask, bearer: Bearer) -> None:
    """Name the function that knows tokens; it gives whose one is, or None."""
    app.extensions[BEARERS] = bearer


def _signed(asked: Request) -> Signed | None:
    """Take a program's token below /api/, where no cookie counts beside it; else the session."""
    given = asked.headers.get("Authorization", "")
    if asked.path.startswith("/api/") and given:
        bearer = cast("Bearer | None", current_app.extensions.get(BEARERS))
        word, _, token = given.partition(" ")
        return bearer(token) if bearer and word.lower() == "bearer" else None
    return browser_session().signed


def current_account() -> Signed | None:
    """Give who is asking, or None for somebody signed out."""
    if not current_user.is_authenticated:
        return None
    return cast("Signed", current_user._get_current_object())  # noqa: SLF001


def needs_account(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let in whoever is signed in; send others to sign in."""

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        return view(*args, **kwargs) if current_account() else _sign_in_first()

    return asked


def needs_role(role: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let in who may do what this role may; for everybody else there is no such page."""

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            mine = current_account()
            if mine is None or not mine.may(role):
                abort(404)
            return view(*args, **kwargs)

        return asked

    return guard


def needs_proof(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let in who showed who they are within half an hour; ask others to do so again."""

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        mine = current_account()
        if mine is None or not is_fresh(mine.proved_at, utc_now()):
            return _sign_in_first(again=True)
        return view(*args, **kwargs)

    return asked


def _sign_in_first(*, again: bool = False) -> Response:
    """Send a reader to sign in and back to where they were; a program is only told."""
    if wanted_kind() == "json" or request.path.startswith("/api/"):
        abort(401, "Sign in again first." if again else "Sign in first.")
    asks = {"next": _where()} | ({"again": "1"} if again else {})
    target = f"{SIGN_IN}?{urlencode(asks)}"
    if request.htmx:  # type: ignore[attr-defined]
        return Response(status=204, headers={"HX-Redirect": target, "Cache-Control": PRIVATE})
    answer = redirect(target, 303)
    answer.headers["Cache-Control"] = PRIVATE
    return answer


def _where() -> str:
    """Name the page to come back to; what was sent is not sent twice, so a form's page it is."""
    if request.method in SAFE_METHODS:
        return request.full_path.rstrip("?")
    referrer = request.headers.get("Referer", "")
    return referrer.removeprefix(request.host_url.rstrip("/")) if referrer else "/"
