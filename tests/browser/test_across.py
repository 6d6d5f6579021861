"""Heroes and players over many matches in a real browser: open to everyone, narrowed in place."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from tests.browser.openness import see_that_they_are_open
from tests.deadlock.kept import keep
from tests.deadlock.many import copy_match, do
from webapp.cli.bench.weight import weigh
from webapp.core.db import db
from webapp.deadlock import ingest
from webapp.deadlock.models import DeadlockPlayer
from webapp.simulator import sample_assets

pytestmark = pytest.mark.browser
FIRST = 5701
FIRST_VIEW_BYTES = 100_000


@pytest.fixture
def paths(app: Flask) -> list[str]:
    """Keep five matches, gathered before the house begins to; gives pages that read across them."""
    assert app
    ingest.save_bundled(sample_assets())
    keep(FIRST)
    copy_match(FIRST, range(FIRST + 1, FIRST + 5))
    do("deadlock.columns")
    do("deadlock.benchmarks")
    found = db.session.scalars(select(DeadlockPlayer).where(DeadlockPlayer.match_id == FIRST))
    first, second, *_ = (one for one in found if one.account_id)
    player = f"/deadlock/players/{first.account_id}"
    hero = f"/deadlock/heroes/{first.hero_id}"
    db.session.remove()
    pages = ["/deadlock/heroes", hero, player, f"{player}/trends", f"{player}/people"]
    return [*pages, f"{player}/with/{second.account_id}"]


def test_pages_across_matches_are_open_to_everyone_in_both_lights(
    browser: Browser, paths: list[str], house: str
) -> None:
    see_that_they_are_open(browser, [house + path for path in paths])


def test_pages_across_matches_are_light(app: Flask, paths: list[str]) -> None:
    for path in paths:
        assert weigh(app, path) <= FIRST_VIEW_BYTES, path


def test_the_heatmap_is_narrowed_in_place(
    page: Page, paths: list[str], house: str, complaints: list[str]
) -> None:
    page.goto(house + paths[1])
    page.evaluate("document.querySelector('#played').dataset.same = 'yes'")
    page.locator("#heat").get_by_role("link", name="Hidden King", exact=True).click()
    expect(page.locator("#heat figcaption")).to_contain_text("for The Hidden King")
    expect(page).to_have_url(house + paths[1] + "?side=a#heat")
    expect(page.locator("#played")).to_have_attribute("data-same", "yes")
    page.go_back()
    expect(page.locator("#heat figcaption")).not_to_contain_text("for The Hidden King")
    assert complaints == []


def test_a_player_is_narrowed_down_without_script(
    browser: Browser, paths: list[str], house: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house + paths[3])
    page.locator("#metric").select_option("deaths")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Deaths, match by match")).to_be_visible()
    page.get_by_role("link", name="Played with").click()
    page.get_by_role("link", name="compare").first.click()
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    context.close()
