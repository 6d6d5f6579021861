"""Puts the JSON twin of every public page below /api/v1, answered by the page's own view.

Views that ask for work are there too: with a token that may, and 202 in place of a redirect.
What belongs to one account or to admins is not mirrored; an address of the API's own says what
a token may see of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final, ParamSpec

from flask.sansio.app import App
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.routing import Rule
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts.bearer import needs_scope
from webapp.api.said import SAID, Said
from webapp.core.asked import JOBS, Asked, AskedMany, accept_run
from webapp.core.twins import Order, Twin, twin_of

P = ParamSpec("P")
PRIVATE: Final = ("/account", "/admin", "/api/", "/me/", "/sign-in", "/styleguide")
RENAMED: Final = {("GET", "/open"): "/search", ("POST", "/open"): "/files"}
"""What pages do in one place under one address of a form has a noun of its own for programs."""


def is_public_twin(rule: Rule) -> bool:
    """Say whether a rule is the JSON twin of a page everybody may see."""
    return rule.rule.endswith(".json") and not rule.rule.startswith(PRIVATE)


def mirror(state: BlueprintSetupState) -> None:
    """Add an address of the API for each page and each order registered so far."""
    for rule, view, twin in list(_told(state.app)):
        path = rule.rule.removesuffix(".json")
        method = "POST" if twin.order else "GET"
        state.add_url_rule(
            RENAMED.get((method, path), path),
            f"{rule.endpoint.removesuffix('_json').replace('.', '_')}",
            _saying(_accepted(view) if twin.order else view, _said(twin)),
            methods=[method],
        )


def _told(app: App) -> Iterator[tuple[Rule, Callable[..., Any], Twin]]:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        twin = twin_of(view)
        orders = "POST" in (rule.methods or ()) and not rule.rule.startswith(PRIVATE)
        if twin and (orders if twin.order else is_public_twin(rule)):
            yield rule, view, twin


def _said(twin: Twin) -> Said:
    if twin.order:
        return _ordered(twin.order, twin.query)
    return Said(twin.page, query=twin.query, partly=twin.partly, leads_on=twin.leads_on)


def _ordered(order: Order, query: tuple[str, ...]) -> Said:
    return Said(
        AskedMany if order.many else Asked,
        202,
        query=query,
        body=order.body,
        file=order.file,
        opens="jobs",
        problems=(403, *order.problems),
    )


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
        return accept_run(page_url) if page_url.startswith(JOBS) else answer

    return needs_scope("jobs")(asked)
