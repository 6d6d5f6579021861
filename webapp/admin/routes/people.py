"""People: found, one, their role, shut and opened, their sessions, a way in for who has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Response, abort
from werkzeug.wrappers import Response as Answer

from webapp.accounts.actions import people as actions
from webapp.accounts.actions.people import NotNow
from webapp.accounts.current import needs_proof, needs_role
from webapp.admin.changes import actor, given_why
from webapp.admin.pages.people import PATH, people_page, person_page
from webapp.admin.routes.frame import back_to, bp, given_text, read_address, show

T = TypeVar("T")
NOBODY = "There is no such account."


@bp.get("/admin/people")
@bp.get("/admin/people.json")
@needs_role("admin")
def people() -> Response:
    """Show people found."""
    return show("admin/people.html", read_address(people_page), "people")


@bp.get("/admin/people/<int:account_id>")
@bp.get("/admin/people/<int:account_id>.json")
@needs_role("admin")
def person(account_id: int) -> Response:
    """Show one person."""
    page = (person_page(account_id) if account_id < 1 << 63 else None) or abort(404, NOBODY)
    return show("admin/person.html", page, "person")


@bp.post("/admin/people/<int:account_id>/role")
@needs_role("admin")
@needs_proof
def give_role(account_id: int) -> Answer:
    """Give somebody a role."""
    role = given_text("role")
    _try(lambda: actions.give_role(account_id, role, actor=actor()))
    return back_to(f"{PATH}/{account_id}")


@bp.post("/admin/people/<int:account_id>/shutting")
@needs_role("admin")
@needs_proof
def disable(account_id: int) -> Answer:
    """Shut somebody out."""
    _try(lambda: actions.disable(account_id, given_why(), actor=actor()))
    return back_to(f"{PATH}/{account_id}")


@bp.post("/admin/people/<int:account_id>/opening")
@needs_role("admin")
@needs_proof
def enable(account_id: int) -> Answer:
    """Let somebody in again."""
    _try(lambda: actions.enable(account_id, actor=actor()))
    return back_to(f"{PATH}/{account_id}")


@bp.post("/admin/people/<int:account_id>/sign-out")
@needs_role("admin")
@needs_proof
def end_sessions(account_id: int) -> Answer:
    """Sign somebody out everywhere."""
    _try(lambda: actions.end_sessions(account_id, actor=actor()))
    return back_to(f"{PATH}/{account_id}")


@bp.post("/admin/people/<int:account_id>/link")
@needs_role("admin")
@needs_proof
def make_link(account_id: int) -> Response:
    """Make a sign-in link; it is in this answer and nowhere else, so there is no page to go to."""
    path = _try(lambda: actions.make_link(account_id, actor=actor()))
    return show("admin/person.html", person_page(account_id, path))


def _try(change: Callable[[], T]) -> T:
    try:
        return change()
    except NotNow as wrong:
        abort(409, str(wrong))
    except LookupError:
        abort(404, NOBODY)
