"""The Objectives and Builds tabs in a real browser: they follow the strip, and read anywhere."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.deadlock.kept import MATCH, keep
from webapp.core.db import db
from webapp.deadlock import ingest
from webapp.simulator import sample_assets

pytestmark = pytest.mark.browser


@pytest.fixture
def match(house: str) -> str:
    """Keep a match; gives its address."""
    ingest.save_bundled(sample_assets())
    keep()
    db.session.remove()
    return f"{house}/deadlock/matches/{MATCH}"


def test_a_fall_leads_to_its_second_and_the_tab_follows(
    page: Page, match: str, complaints: list[str]
) -> None:
    page.goto(f"{match}/objectives")
    fall = page.locator("#falls-title").locator("xpath=../..").locator("td a.when").first
    said = fall.inner_text()
    fall.click()
    expect(page.locator("#standing-title")).to_have_text(f"What stood at {said}")
    expect(page).to_have_url(re.compile(r"/objectives\?t=\d+$"))
    page.locator("[data-step='10']").click()
    expect(page.locator("#standing-title")).not_to_have_text(f"What stood at {said}")
    page.locator("#tab-builds").click()
    expect(page.locator("#owned-title")).to_contain_text("Owned at")
    assert complaints == []


def test_a_chosen_player_stays_while_the_moment_moves(
    page: Page, match: str, complaints: list[str]
) -> None:
    page.goto(f"{match}/builds?player=9")
    title = page.locator("#build-title").inner_text()
    page.locator("#items-title").locator("xpath=../..").locator("a.when").nth(3).click()
    expect(page.locator("#owned-title")).to_contain_text("Owned at")
    expect(page).to_have_url(re.compile(r"player=9&t=\d+$"))
    assert page.locator("#build-title").inner_text() == title
    assert complaints == []


def test_without_script_moments_and_players_are_links(browser: Browser, match: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{match}/objectives")
    page.locator("td a.when").first.click()
    expect(page.locator("#standing-title")).to_contain_text("What stood at")
    expect(page).to_have_url(re.compile(r"/objectives\?t=\d+$"))
    page.goto(f"{match}/builds?t=900")
    chip = page.locator("#build nav a").nth(4)
    hero = chip.inner_text()
    chip.click()
    expect(page).to_have_url(re.compile(r"player=\d+&t=900#build$"))
    expect(page.locator("#build-title")).to_contain_text(hero.strip().splitlines()[-1])


def test_the_button_brings_the_published_build(page: Page, match: str) -> None:
    page.goto(f"{match}/builds?player=1")
    page.get_by_role("button", name="Fetch the builds of this match").click()
    page.wait_for_url(f"{match}/builds")
    page.goto(f"{match}/builds?player=1")
    expect(page.locator("#published-title")).to_contain_text("as the simulator plays")
