"""What the addresses of protected pages share: their blueprint, and how an address is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from webapp.accounts.current import needs_role
from webapp.core.pages import send
from webapp.core.paging import continued

P = TypeVar("P")
bp: Final = Blueprint("admin", __name__)
BELOW: Final = "/admin"
UNREADABLE: Final = "The address asks for something that cannot be read, such as a day or a place."


@bp.before_app_request
def hide_from_others() -> None:
    """Show nobody else what is here, not even by which methods an address may be asked."""
    if request.path.startswith(BELOW):
        _only_admins()


@needs_role("admin")
def _only_admins() -> None:
    """Go on, for admins."""


def read_address(make: Callable[[Mapping[str, str]], P]) -> P:
    """Make a page from what the address asks; an address that cannot be read is refused."""
    given = {name: text.replace("\0", "") for name, text in request.args.items()}
    try:
        return make(given)
    except (ValueError, OverflowError):
        abort(400, UNREADABLE)


def show(template: str, page: Any, part: str | None = None) -> Response:
    """Answer with a protected page, kept by nobody; one of a list says where that goes on."""
    next_url = getattr(page, "next_url", None)
    links = {} if next_url is None else continued(next_url)
    return send(template, page=page, part=part, private=True, headers=links)


def back_to(url: str) -> Answer:
    """Go where the change can be seen."""
    return redirect(url, 303)


def given_text(name: str) -> str:
    """Read a short text of a form."""
    return request.form.get(name, "").strip()[:200].replace("\0", "")
