"""Following and being told in a real browser: the button, the bell, and pages open to everyone."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.accounts.telling import follow
from tests.browser.openness import press_once_settled, see_that_they_are_open
from tests.games import needs
from tests.people import Person, person, sign_in
from webapp.accounts.domain.events import JOB_FAILED, News
from webapp.accounts.store import channels
from webapp.accounts.store.channels import NewChannel
from webapp.accounts.telling.spread import spread
from webapp.core.db import db

pytestmark = [pytest.mark.browser, needs("deadlock")]
PLAYER = "/deadlock/players/900000002"
PAGES = (
    *("/account/notifications", "/account/webhooks", "/account/webhooks/1", "/me/things"),
    *("/me/bell", f"/me/follow?of={PLAYER}", PLAYER),
)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the specification's own


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    ada = person("Ada")
    for kind, shown in (("webhook", "hook.example/x"), ("discord", "discord.com/api/webhooks/1/…")):
        channels.add_channel(ada.id, NewChannel(kind, "https://h.example", shown, secret=SECRET))
    follow(ada, "deadlock", "900000003")
    said = "deadlock-api does not have this."
    spread(
        News(ada.id, JOB_FAILED, "run:1", "Fetching match 7: this did not work", said, "/jobs/1")
    )
    db.session.commit()
    return ada


def come_in(app: Flask, context: BrowserContext, house: str, who: Person) -> Page:
    """Open a page that is signed in."""
    secret = sign_in(app.test_client(), who)
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    return context.new_page()


def test_the_pages_of_telling_are_open_to_everyone(
    app: Flask, browser: Browser, house: str, ada: Person
) -> None:
    cookie = {"name": "guildhall", "value": sign_in(app.test_client(), ada), "url": house}
    see_that_they_are_open(browser, [house + path for path in PAGES], [cookie])


def test_a_player_is_followed_where_one_stands_and_then_stands_on_the_start_page(
    app: Flask, page: Page, house: str, ada: Person, complaints: list[str]
) -> None:
    come_in(app, page.context, house, ada).close()
    page.goto(house + PLAYER)
    press_once_settled(page, "Follow Account 900000002")
    expect(page.locator("#follow")).to_contain_text("Following")
    expect(page.get_by_role("button", name="Following")).to_be_focused()
    assert page.url == house + PLAYER
    page.goto(house)
    expect(page.locator("#things")).to_contain_text("Account 900000002")
    assert complaints == []


def test_without_script_the_button_is_a_page_of_its_own(
    app: Flask, browser: Browser, house: str, ada: Person
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = come_in(app, context, house, ada)
    page.goto(house + PLAYER)
    page.get_by_role("link", name="Follow").click()
    page.get_by_role("button", name="Follow").click()
    assert page.url == house + PLAYER
    page.goto(f"{house}/me/things")
    expect(page.locator("#things")).to_contain_text("Account 900000002")
    context.close()
