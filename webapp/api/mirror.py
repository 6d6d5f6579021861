"""Puts the JSON twin of every public page below /api/v1, answered by the page's own view.

Views that ask for work are there too: with a token that may, and 202 in place of a redirect.
What belongs to one account or to admins is not mirrored; an address of the API's own says what
a token may see of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final, ParamSpec

import msgspec
from flask import Response
from flask.sansio.app import App
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.routing import Rule
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts.bearer import needs_scope
from webapp.api.said import SAID, Said
from webapp.core.problems import BELOW
from webapp.core.twins import Twin, twin_of

P = ParamSpec("P")
PRIVATE: Final = ("/account", "/admin", "/api/", "/me/", "/sign-in", "/styleguide")
RENAMED: Final = {"/open": "/search"}
JOBS: Final = "/jobs/"


@dataclass(frozen=True, slots=True)
class Asked:
    """Work that was asked for: its id, where to look how far it is, the page for people."""

    id: str
    url: str
    page_url: str


def is_public_twin(rule: Rule) -> bool:
    """Say whether a rule is the JSON twin of a page everybody may see."""
    return rule.rule.endswith(".json") and not rule.rule.startswith(PRIVATE)


def mirror(state: BlueprintSetupState) -> None:
    """Add an address of the API for each page and each order registered so far."""
    for rule, view, twin in list(_told(state.app)):
        path = rule.rule.removesuffix(".json")
        said = _said(twin)
        answered = view if twin.page else _accepted(view)
        state.add_url_rule(
            RENAMED.get(path, path),
            f"{rule.endpoint.removesuffix('_json').replace('.', '_')}",
            _saying(answered, said),
            methods=["GET" if twin.page else "POST"],
        )


def _told(app: App) -> Iterator[tuple[Rule, Callable[..., Any], Twin]]:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        twin = twin_of(view)
        orders = "POST" in (rule.methods or ()) and not rule.rule.startswith(PRIVATE)
        if twin and (is_public_twin(rule) if twin.page else orders):
            yield rule, view, twin


def _said(twin: Twin) -> Said:
    if twin.page is None:
        return Said(Asked, 202, opens="jobs", problems=(403,))
    return Said(twin.page, query=twin.query, partly=twin.partly, leads_on=twin.leads_on)


def _saying(view: Callable[P, Any], said: Said) -> Callable[P, Any]:
    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> Any:
        return view(*args, **kwargs)

    setattr(answered, SAID, said)
    return answered


def _accepted(view: Callable[P, AnyResponse]) -> Callable[P, AnyResponse]:
    """Answer 202 with the work's address where a page would lead to it."""

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> AnyResponse:
        answer = view(*args, **kwargs)
        page_url = answer.location or ""
        if not page_url.startswith(JOBS):
            return answer
        url = BELOW + page_url
        told = msgspec.json.encode(Asked(page_url.removeprefix(JOBS), url, page_url))
        response = Response(told, 202, content_type="application/json")
        response.headers.update({"Location": url, "Cache-Control": "private, no-store"})
        return response

    return needs_scope("jobs")(asked)
