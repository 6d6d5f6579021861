"""The Win chance tab with a model, and the model's own page, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.openness import see_that_they_are_open
from tests.deadlock.kept import MATCH, keep
from tests.deadlock.test_winning import NOW, samples_of
from webapp.core.db import db
from webapp.deadlock import ingest
from webapp.deadlock.domain.winning import RECIPE
from webapp.deadlock.store import chances
from webapp.matchplay.winning import make_model
from webapp.simulator import sample_assets

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(house: str) -> Iterator[str]:
    """Keep a match and a model; gives the address of the tab."""
    ingest.save_bundled(sample_assets())
    keep(MATCH)
    chances.save_model(make_model(RECIPE, samples_of(600), NOW))
    db.session.commit()
    chances.forget_standing()
    db.session.remove()
    yield f"{house}/deadlock/matches/{MATCH}/chance"
    chances.forget_standing()


def test_a_swing_leads_to_its_second_and_the_tab_follows(
    page: Page, tab: str, complaints: list[str]
) -> None:
    page.goto(tab)
    first = page.locator("section[aria-labelledby=swings] a.when").first
    at_s = re.sub(r"\D", "", first.get_attribute("href") or "")
    said = first.inner_text()
    first.click()
    expect(page).to_have_url(re.compile(rf"[?&]t={at_s}$"))
    expect(page.locator("#chance-at")).to_have_text(f"What it is made of at {said}")
    page.locator("#tab-findings").click()
    expect(page.locator("#findings-title")).to_contain_text(f"within two minutes of {said}")
    assert complaints == []


def test_both_pages_are_open_to_everyone_in_both_lights(browser: Browser, tab: str) -> None:
    method = tab.partition("/matches/")[0] + "/method/win-chance"
    findings = tab.replace("/chance", "/findings")
    see_that_they_are_open(browser, (f"{tab}?t=900", f"{tab}?from=600&to=900", method, findings))
