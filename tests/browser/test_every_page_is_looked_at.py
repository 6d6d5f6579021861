"""No page of an account, of admins or of signing in is missing where the checker looks."""

from __future__ import annotations

from typing import Final

from flask import Flask

from tests.browser import test_account, test_admin, test_seldom, test_telling
from tests.games import needs
from tests.people import person

BELOW: Final = ("account", "admin", "me", "sign-in", "status")
FILES: Final = (".csv", ".json", ".zip", "/raw")
ALONE: Final = ("/sign-in",)
"""Looked at with its errors, in test_signing_in.py."""
NO_PAGES: Final = {
    "/me/slot": "the corner of every other page",
    "/sign-in/<provider>/callback": "only leads on, to a page or to why there is none",
}


def pages(app: Flask) -> set[str]:
    """Give the rules of all pages that are read there."""
    rules = (one for one in app.url_map.iter_rules() if one.methods and "GET" in one.methods)
    found = {one.rule for one in rules if one.rule.split("/")[1] in BELOW}
    return {rule for rule in found if not rule.endswith(FILES)}


def looked_at() -> list[str]:
    """Give the addresses the checker is sent to."""
    listed = [*test_account.PAGES, *test_admin.furnished(), *test_telling.PAGES]
    seldom = [*test_seldom.furnished(person("Ada")), *(path for path, *_ in test_seldom.SECRETS)]
    return [*listed, *seldom, *ALONE]


@needs("deadlock")
def test_the_checker_is_sent_to_every_page(app: Flask) -> None:
    ways = app.url_map.bind("localhost")
    paths = [address.partition("?")[0] for address in looked_at()]
    rules = {ways.match(path, return_rule=True)[0].rule for path in paths}
    assert pages(app) - rules == set(NO_PAGES)
