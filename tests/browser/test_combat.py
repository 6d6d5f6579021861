"""The damage page in a browser: it follows the strip, and the strip follows it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.deadlock.kept import keep
from webapp.core.db import db
from webapp.deadlock import ingest
from webapp.simulator import sample_assets

pytestmark = pytest.mark.browser
MATCH = 5603


@pytest.fixture
def combat(house: str) -> str:
    ingest.save_bundled(sample_assets())
    keep(MATCH)
    db.session.remove()
    return f"{house}/deadlock/matches/{MATCH}/combat"


@pytest.mark.usefixtures("complaints")
def test_the_strip_and_the_page_follow_each_other(page: Page, combat: str) -> None:
    page.goto(f"{combat}?stat=healing&t=600")
    heading = page.locator("#combat-heading")
    expect(heading).to_have_text("Who healed whom, 0:00–9:00, the last sample by 10:00")
    page.locator('[data-step="10"]').click()
    expect(heading).to_contain_text("the last sample by 10:10")
    page.get_by_role("link", name="9–18").click()
    expect(heading).to_have_text("Who healed whom, 9:00–18:00")
    expect(page).to_have_url(re.compile(r"from=540&to=1080&stat=healing"))
    expect(page.locator("[data-span]")).not_to_have_attribute("width", "0%")
    expect(page.locator("[data-cursor]")).to_have_attribute("visibility", "hidden")
    page.get_by_role("link", name="Whole match").click()
    expect(heading).to_have_text("Who healed whom, the whole match")
    expect(page.locator("[data-span]")).to_have_attribute("width", "0%")


@pytest.mark.usefixtures("complaints")
def test_a_cell_leads_to_its_pair_and_the_tab_stays_marked(page: Page, combat: str) -> None:
    page.goto(combat)
    page.locator(".heat td a").first.click()
    expect(page).to_have_url(re.compile(r"player=\d+&target=\d+"))
    expect(page.locator("#combat-duel")).to_contain_text(" and ")
    page.get_by_role("link", name="Deaths", exact=True).click()
    expect(page).to_have_url(re.compile(r"/combat/deaths\?player=\d+$"))
    expect(page.locator(".tabs [aria-current]")).to_have_text("Combat")


def test_everything_works_without_script(page: Page, combat: str) -> None:
    browser = page.context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{combat}?from=540&to=1080&stat=mitigated")
    plain.locator("#combat-player").select_option(index=3)
    plain.locator("#combat-target").select_option(index=8)
    plain.get_by_role("button", name="Show").click()
    expect(plain).to_have_url(re.compile(r"stat=mitigated&from=540&to=1080&player=\d+&target=\d+"))
    expect(plain.locator("#combat-duel")).to_contain_text(" and ")
    plain.context.close()
