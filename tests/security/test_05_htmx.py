"""Line 5: what htmx sends says where it comes from, in a real browser, with nothing of ours added.

No token has to reach the browser. Its own word does, which no page can write: Sec-Fetch-Site.
"""

from __future__ import annotations

import json
from typing import Final

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Route, expect
from sqlalchemy import func, select

from tests.browser.openness import press_once_settled
from tests.games import needs
from tests.people import person, sign_in
from webapp.accounts.models import Follow
from webapp.core.db import db
from webapp.core.static import FOLDER

pytestmark = pytest.mark.browser
NUMBER: Final = "900000002"
PLAYER: Final = f"/deadlock/players/{NUMBER}"
EVIL: Final = "http://evil.example/"
LURE: Final = """<!doctype html><form method="post" action="{house}/me/follow">
<input name="of" value="{player}"><button>Win a prize</button></form>"""


@pytest.fixture
def adas(app: Flask, context: BrowserContext, served: str) -> Page:
    """Open a page of a browser where Ada is signed in."""
    secret = sign_in(app.test_client(), person("Ada"))
    context.add_cookies([{"name": "guildhall", "value": secret, "url": served}])
    return context.new_page()


def followed() -> int:
    """Count what is followed."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Follow)) or 0


@needs("deadlock")
def test_05_a_press_through_htmx_is_known_to_be_ours_and_goes_through(
    adas: Page, served: str
) -> None:
    adas.goto(served + PLAYER)
    with adas.expect_response(f"{served}/me/follow") as got:
        press_once_settled(adas, f"Follow Account {NUMBER}")
    sent = got.value.request.all_headers()
    assert (sent["hx-request"], sent["sec-fetch-site"]) == ("true", "same-origin")
    assert got.value.status == 200
    expect(adas.locator("#follow")).to_contain_text("Following")
    assert followed() == 1


@needs("deadlock")
def test_05_another_sites_page_sends_the_same_in_vain(adas: Page, served: str) -> None:
    lure = LURE.format(house=served, player=PLAYER)

    def lure_them(route: Route) -> None:
        route.fulfill(body=lure, content_type="text/html")

    adas.route(EVIL, lure_them)
    adas.goto(EVIL)
    adas.unroute(EVIL)  # headers are told as they were sent only where nothing is in the way
    with adas.expect_response(f"{served}/me/follow") as got:
        adas.get_by_role("button", name="Win a prize").click()
    assert got.value.request.all_headers()["sec-fetch-site"] == "cross-site"
    assert got.value.status == 403
    assert followed() == 0


def test_05_the_htmx_of_a_page_is_the_one_that_was_pinned(page: Page, served: str) -> None:
    manifest = json.loads((FOLDER / "vendor" / "manifest.json").read_text())
    (pinned,) = (one["version"] for one in manifest["files"] if one["name"] == "htmx.org")
    page.goto(served)
    assert page.evaluate("htmx.version") == pinned
    said = json.loads(page.locator('meta[name="htmx-config"]').get_attribute("content") or "{}")
    settings = page.evaluate("htmx.config")
    assert {name: settings[name] for name in said} == said
