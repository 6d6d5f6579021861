"""Signing in by e-mail and password. Without the setting there is none of these addresses."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp.accounts.actions import passwords
from webapp.accounts.current import current_account, needs_account, needs_proof
from webapp.accounts.domain.addresses import read_mail
from webapp.accounts.domain.names import BadName, checked_name
from webapp.accounts.domain.next_path import same_site
from webapp.accounts.domain.passwords import refused
from webapp.accounts.domain.public_address import OPEN_TO_ALL, keeps_secrets
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.pages import password as pages
from webapp.accounts.routes.account import my_account
from webapp.accounts.session import browser_session
from webapp.accounts.store.passwords import load_mail_link
from webapp.core.limits import limit_by_account, limit_for_all, limiter
from webapp.core.pages import send
from webapp.core.settings import current_settings
from webapp.core.twins import answers

bp = Blueprint("password", __name__)
ONE: Final = "20 per minute; 100 per hour"
ALL: Final = "600 per minute"
EACH_ADDRESS: Final = "10 per 15 minutes; 40 per day"
MAILS: Final = "10 per hour"
MAILS_TO_ONE: Final = "3 per hour"
MAILS_FOR_ALL: Final = "600 per hour"
WRONG: Final = "The address or the password is not right."
NO_ADDRESS: Final = "This is not an address mail can go to."
SENT: Final = "/sign-in/password/sent"


@bp.before_request
def only_where_wanted() -> None:
    """Answer only on an installation that wants passwords, over a connection that keeps them."""
    settings = current_settings()
    if not settings.password_sign_in:
        abort(404)
    if not keeps_secrets(settings.public_url):
        abort(403, OPEN_TO_ALL)


def _address() -> str:
    """Give the address of the form as it is kept: in small letters."""
    return request.form.get("address", "").strip().lower()


def _counted() -> str:
    return hash_of(_address())


@bp.get("/sign-in/password", endpoint="page")
@bp.get("/sign-in/password.json", endpoint="page_json")
@answers(pages.PasswordPage, "next")
def show() -> Response:
    """Show the two forms."""
    return _page(same_site(request.args.get("next")), "")


@bp.post("/sign-in/password")
@limiter.limit(ONE)
@limit_for_all(ALL)
@limiter.limit(EACH_ADDRESS, key_func=_counted)
def sign_in() -> Response:
    """Sign in; a wrong password and an unknown address are answered alike."""
    path = same_site(request.form.get("next"))
    account_id = passwords.check_password(_address(), request.form.get("password", ""))
    if account_id is None:
        return _page(path, WRONG)
    browser_session().sign_in(account_id, "password")
    return redirect(path, 303)


@bp.post("/sign-in/password/link")
@limiter.limit(MAILS)
@limiter.limit(MAILS_TO_ONE, key_func=_counted)
@limit_for_all(MAILS_FOR_ALL)
def ask_for_link() -> Response:
    """Have a link mailed; the answer is the same for every address."""
    address = read_mail(_address())
    if address is None:
        return _page(same_site(request.form.get("next")), NO_ADDRESS)
    passwords.mail_link(address)
    return redirect(SENT, 303)


@bp.get(SENT)
def sent() -> Response:
    """Say that a mail is on its way."""
    said = "A link is on its way to the address you gave. It works once, within one hour."
    return send("sign_in/mailed.html", page=pages.MailedPage(said), private=True)


@bp.get("/sign-in/password/new/<secret>")
@limiter.limit(ONE)
@limit_for_all(ALL)
def choose(secret: str) -> Response:
    """Show the form of a mailed link."""
    return _new(secret)


@bp.post("/sign-in/password/new/<secret>")
@limiter.limit(ONE)
@limit_for_all(ALL)
def keep(secret: str) -> Response:
    """Set the password a mailed link is for, and sign in."""
    page, form = pages.new_password_page(secret, _mine_id()), request.form
    link, password, name = load_mail_link(secret), form.get("password", ""), form.get("name", "")
    if page.shut or link is None:
        return _new(secret)
    if problem := refused(password, page.address) or _bad_name(name, wanted=page.is_new):
        return _new(secret, name=name[:200], problem=problem)
    try:
        account_id = passwords.set_password(secret, link, password, name)
    except passwords.Taken:
        abort(409, "This address signs in to another account here already.")
    if account_id is None:
        return _new(secret)
    browser_session().sign_in(account_id, "password")
    return redirect("/account", 303)


@bp.get("/account/password", endpoint="mine")
@bp.get("/account/password.json", endpoint="mine_json")
@answers(pages.MyPasswordPage)
@needs_account
def mine() -> Response:
    """Show the address one signs in with."""
    page = pages.my_password_page(my_account().id)
    return send("account/password.html", page=page, private=True)


@bp.post("/account/password")
@needs_account
@needs_proof
@limiter.limit(MAILS)
@limit_by_account(MAILS)
@limiter.limit(MAILS_TO_ONE, key_func=_counted)
@limit_for_all(MAILS_FOR_ALL)
def change() -> Response:
    """Have a link mailed that sets one's own address and password."""
    address = read_mail(_address())
    if address is None:
        page = pages.my_password_page(my_account().id, NO_ADDRESS)
        return send("account/password.html", page=page, status=400, private=True)
    passwords.mail_link(address, my_account().id)
    return redirect(SENT, 303)


def _mine_id() -> int | None:
    mine = current_account()
    return mine.id if mine else None


def _bad_name(name: str, *, wanted: bool) -> str:
    try:
        if wanted:
            checked_name(name)
    except BadName as bad:
        return str(bad)
    return ""


def _page(path: str, problem: str) -> Response:
    page = pages.PasswordPage(path, problem)
    status = 400 if problem else 200
    return send("sign_in/password.html", page=page, status=status, private=True)


def _new(secret: str, *, name: str = "", problem: str = "") -> Response:
    page = pages.new_password_page(secret, _mine_id(), name=name, problem=problem)
    status = 410 if page.shut else 400 if problem else 200
    return send("sign_in/new_password.html", page=page, status=status, private=True)
