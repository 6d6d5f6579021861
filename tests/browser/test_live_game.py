"""A summoner's live game in a browser: it comes by itself, rests unseen, and works by a button."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.lol.kept import ADA, KEY
from webapp.core.db import db
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.store import accounts
from webapp.simulator.riot.people import puuid_of

pytestmark = pytest.mark.browser
ADA_ID = RiotId(ADA.name, ADA.tag)
URL = f"/lol/summoners/euw1/{ADA_ID.slug}"
UNSEEN = "Object.defineProperty(document, 'hidden', { get: () => !window.seen })"


@pytest.fixture
def known(app: Flask, house: str) -> str:
    """Keep Ada's account, who is in a game; gives the house's address."""
    with app.app_context():
        accounts.touch(accounts.save_account("EUW1", ADA_ID, puuid_of(ADA, KEY)))
        db.session.commit()
    return house


@pytest.mark.usefixtures("complaints")
def test_a_page_nobody_sees_asks_nothing_and_asks_once_it_is_seen(page: Page, known: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.method + one.url.rpartition("/")[2]))
    page.add_init_script(UNSEEN)
    page.goto(known + URL, wait_until="networkidle")
    expect(page.locator("#now")).to_have_text("In a game now?")
    assert not {"GETnow", "POSTlive"} & set(asked)
    page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#now b")).to_have_text("In a game")
    assert asked.count("POSTlive") == 1
    page.get_by_role("link", name="Both sides").click()
    expect(page.locator("#playing tbody tr")).to_have_count(10)


def test_without_script_a_button_looks_again(browser: Browser, known: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(known + URL)
    page.get_by_role("link", name="In a game now?").click()
    page.get_by_role("button", name="Look again").click()
    for _ in range(100):
        if page.get_by_role("link", name="Both sides").count():
            break
        page.wait_for_timeout(100)
        page.reload()
    page.get_by_role("link", name="Both sides").click()
    expect(page.locator("#playing tbody tr")).to_have_count(10)
    page.context.close()
