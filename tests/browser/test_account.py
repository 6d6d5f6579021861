"""One's account in a real browser: open to everyone, by keyboard, without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.openness import COLOURS, FAULTS, see_that_they_are_open, sound
from tests.people import person, sign_in
from webapp.accounts.models import AccountSession, Identity
from webapp.core.db import db, utc_now

pytestmark = pytest.mark.browser
PAGES = ("/account", "/account/identities", "/account/sessions", "/account/data", "/account/merge")


@pytest.fixture
def secret(app: Flask) -> Iterator[str]:
    """Sign Ada in, with something on each of her pages; gives the secret of her cookie."""
    ada = person("Ada")
    held = sign_in(app.test_client(), ada)
    db.session.add(Identity(account_id=ada.id, provider="discord", subject="1", name="ada.plays"))
    db.session.add(Identity(account_id=ada.id, provider="steam", subject="2", name="Ada"))
    db.session.add(AccountSession(id="other", account_id=ada.id, proved_at=utc_now()))
    db.session.commit()
    yield held
    db.session.rollback()


def opened(browser: Browser, house: str, secret: str, **asks: object) -> BrowserContext:
    context = browser.new_context(**asks)  # type: ignore[arg-type]
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    return context


def test_every_page_of_an_account_is_open_to_everyone(
    browser: Browser, house: str, secret: str
) -> None:
    cookie = {"name": "guildhall", "value": secret, "url": house}
    see_that_they_are_open(browser, [house + path for path in PAGES], [cookie])


def test_the_menu_of_an_account_is_open_to_everyone(
    browser: Browser, house: str, secret: str
) -> None:
    context = opened(browser, house, secret)
    page = context.new_page()
    page.goto(f"{house}/account/merge")
    page.get_by_role("button", name="Ada").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    sound(page, "the menu", FAULTS)
    page.emulate_media(color_scheme="dark")
    sound(page, "the menu in the dark", COLOURS)
    context.close()


def test_a_theme_and_a_zone_count_on_every_page_until_signing_out(
    browser: Browser, house: str, secret: str
) -> None:
    context = opened(browser, house, secret, color_scheme="light", timezone_id="Europe/Berlin")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{house}/account")
    page.get_by_label("Theme").select_option("dark")
    page.get_by_label("Time zone").select_option("Asia/Tokyo")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.goto(house)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("[data-zone]")).to_have_text("Times in your zone (Asia/Tokyo)")
    menu = page.get_by_role("button", name="Ada")
    menu.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
    expect(page.locator("[data-zone]")).to_have_text("Times in your zone (Europe/Berlin)")
    context.close()
    assert said == []


def test_the_corner_moves_nothing_when_it_comes(browser: Browser, house: str, secret: str) -> None:
    for width in (1440, 390):
        context = opened(browser, house, secret, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
            "entry => { window.moved += entry.value; }))"
            ".observe({type: 'layout-shift', buffered: true});"
        )
        page.goto(f"{house}/account/data")
        expect(page.get_by_role("button", name="Ada")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.moved") <= 0.005
        context.close()


def test_without_script_an_account_is_reached_and_sessions_ended(
    browser: Browser, house: str, secret: str
) -> None:
    context = opened(browser, house, secret, java_script_enabled=False)
    page = context.new_page()
    page.goto(house)
    page.locator("#me").get_by_role("link", name="Account").click()
    page.get_by_role("link", name="Sessions").click()
    expect(page.get_by_role("row")).to_have_count(3)
    page.get_by_role("button", name="End all others").click()
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("link", name="Account", exact=True).first.click()
    page.get_by_label("Name").fill("Ada Lovelace")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Ada Lovelace")).to_be_visible()
    context.close()
