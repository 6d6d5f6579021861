"""Following: the button of a page, and somebody's own things on the start page."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts.actions import following
from webapp.accounts.current import current_account, needs_account
from webapp.accounts.pages.following import (
    HERE,
    FollowPage,
    ThingsPage,
    follow_page,
    things_page,
)
from webapp.accounts.rooms import Seen, seen_at
from webapp.core.limits import limited
from webapp.core.pages import send, wanted_kind
from webapp.core.paging import numbered
from webapp.core.twins import answers

bp = Blueprint("following", __name__)
TEMPLATE = "account/follow.html"
LONGEST = 300


@bp.get("/me/follow")
@bp.get("/me/follow.json")
@answers(FollowPage, "of")
def show() -> Response:
    """Show whether whoever asks follows the thing at an address, with a button."""
    seen, mine = _seen(request.args.get("of", "")), current_account()
    page = follow_page(seen, mine.id if mine else None)
    if mine is None and wanted_kind("follow") == "whole":
        return redirect(page.sign_in_url, 303)
    return send(TEMPLATE, page=page, part="follow", private=True)


@bp.post("/me/follow")
@needs_account
@limited
def change() -> Response:
    """Follow the thing at an address from now on, or no longer."""
    seen, mine = _seen(request.form.get("of", "")), current_account() or abort(401)
    if request.form.get("leave"):
        following.unfollow(mine.id, seen)
    elif not following.follow(mine.id, seen):
        abort(409, "You follow as much as one can. Leave something off first.")
    if wanted_kind("follow") == "whole":
        return redirect(seen.what.url, 303)
    return send(TEMPLATE, page=follow_page(seen, mine.id), part="follow", private=True)


@bp.get(HERE)
@bp.get(f"{HERE}.json")
@answers(ThingsPage, "page")
def things() -> Response:
    """Show what somebody follows, all of it or a few on the start page, and what they asked for."""
    mine = current_account()
    kind = wanted_kind("things")
    if mine is None and kind == "whole":
        return redirect("/sign-in?next=%2Fme%2Fthings", 303)
    if mine is None and kind == "json":
        abort(401, "Sign in first.")
    number = 0 if kind == "part" else max(_page(request.args), 1)
    page = things_page(mine.id if mine else None, number)
    links = numbered(page.page, page.urls)
    return send("account/things.html", page=page, part="things", private=True, headers=links)


@bp.post(f"{HERE}/<int(max=9223372036854775807):follow_id>/removal")
@needs_account
def leave(follow_id: int) -> Response:
    """Leave off something in one's own list."""
    mine = current_account() or abort(401)
    if not following.leave(mine.id, follow_id):
        abort(404, "You follow no such thing.")
    number = _page(request.form)
    return redirect(f"{HERE}?page={number}" if number > 1 else HERE, 303)


def _page(told: MultiDict[str, str]) -> int:
    return told.get("page", 1, int)


def _seen(path: str) -> Seen:
    seen = seen_at(path) if 0 < len(path) <= LONGEST else None
    return seen or abort(404, "Nothing at that address can be followed.")
