"""The addresses of signing in. Only the way back may write on a GET: a browser arrives with it."""

from __future__ import annotations

import structlog
from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.beginning import begin
from webapp.accounts.domain.attempt import Purpose, read_purpose
from webapp.accounts.domain.next_path import HOME, same_site
from webapp.accounts.domain.public_address import is_other_name
from webapp.accounts.providers import find_provider
from webapp.accounts.session import browser_session
from webapp.accounts.sign_in.page import SignInPage, answer, sign_in_page
from webapp.accounts.sign_in.returning import let_in, take_back, vouched_for
from webapp.accounts.sign_in.trouble import Trouble
from webapp.core.limits import limiter
from webapp.core.settings import current_settings
from webapp.core.twins import answers

bp = Blueprint("sign_in", __name__)
LOG = structlog.get_logger(__name__)
ONE = "20 per minute; 200 per hour"
ALL = "600 per minute"


def _everybody() -> str:
    return "everybody"


@bp.get("/sign-in", endpoint="page")
@bp.get("/sign-in.json", endpoint="page_json")
@answers(SignInPage, "next", "again")
def show() -> Response:
    """Show the doors."""
    public_url = current_settings().public_url
    if is_other_name(request.host, public_url):
        return redirect(public_url + request.full_path.rstrip("?"), 303)
    purpose: Purpose = "again" if request.args.get("again") else "sign-in"
    return answer(sign_in_page(same_site(request.args.get("next")), purpose))


@bp.post("/sign-in/<provider>")
@limiter.limit(ONE)
@limiter.shared_limit(ALL, scope="sign-in", key_func=_everybody)
def start(provider: str) -> Response:
    """Go to a provider."""
    purpose = read_purpose(request.form.get("purpose", ""))
    return begin(provider, purpose, request.form.get("next", HOME))


@bp.get("/sign-in/<provider>/callback")
@limiter.limit(ONE)
@limiter.shared_limit(ALL, scope="sign-in-back", key_func=_everybody)
def back(provider: str) -> Response:
    """Come back from a provider, and go where one was going."""
    known = find_provider(provider) or abort(404, "Nobody signs in here that way.")
    path, purpose = HOME, read_purpose("")
    try:
        attempt = take_back(request, known)
        path, purpose = attempt.next_path, attempt.purpose
        let_in(vouched_for(request, known, attempt), attempt)
    except Trouble as trouble:
        LOG.info("not_signed_in", provider=known.name, why=trouble.why)
        return answer(sign_in_page(path, purpose, trouble), trouble)
    LOG.info("signed_in", provider=known.name, purpose=purpose)
    return redirect(path, 303)


@bp.post("/sign-out")
def leave() -> Response:
    """Sign out: the session ends, here and wherever its cookie was copied to."""
    browser_session().sign_out()
    return redirect(HOME, 303)
