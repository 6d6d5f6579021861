"""From a pasted id to a page worth reading, as a person walks it: with script and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.deadlock.kept import body_of, keep

pytestmark = pytest.mark.browser
MATCH = 5602
FIRST_VIEW_BYTES = 100_000
DROP = """([text, name]) => { const all = new DataTransfer();
  all.items.add(new File([text], name)); return all; }"""


@pytest.mark.usefixtures("complaints")
def test_a_pasted_id_ends_on_the_match(page: Page, house: str) -> None:
    page.goto(house)
    page.locator("#box").fill(str(MATCH))
    page.locator("#seen a").first.click()
    expect(page).to_have_url(f"{house}/deadlock/matches/{MATCH}")
    page.get_by_role("button", name="Fetch and analyse it").click()
    page.wait_for_url(f"{house}/deadlock/matches/{MATCH}")
    expect(page.get_by_role("heading", name="Scoreboard")).to_be_visible()
    page.get_by_role("link", name="Deadlock", exact=True).first.click()
    expect(page.get_by_role("link", name=f"Deadlock {MATCH}")).to_be_visible()


@pytest.mark.usefixtures("complaints")
def test_a_match_not_there_yet_says_when_it_is_tried_again(page: Page, house: str) -> None:
    page.goto(f"{house}/deadlock/matches/5603503")
    page.get_by_role("button", name="Fetch and analyse it").click()
    expect(page.locator(".note.warn")).to_contain_text("has not been saved yet")
    expect(page.locator(".note.warn")).to_contain_text("Next try at")


@pytest.mark.usefixtures("complaints")
def test_a_dropped_file_opens_labelled(page: Page, house: str) -> None:
    page.goto(f"{house}/deadlock")
    dropped = page.evaluate_handle(DROP, [body_of(MATCH, "short").decode(), "7.json"])
    page.dispatch_event("body", "drop", {"dataTransfer": dropped})
    page.wait_for_url(f"{house}/deadlock/matches/{MATCH}")
    expect(page.get_by_text("This match is unverified")).to_be_visible()


@pytest.mark.usefixtures("complaints")
def test_the_moment_goes_from_tab_to_tab(page: Page, house: str) -> None:
    keep(MATCH)
    page.goto(f"{house}/deadlock/matches/{MATCH}?t=300")
    page.evaluate("document.querySelector('.strip').dataset.same = 'yes'")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"\?t=301$"))
    page.locator("#tab-map").click()
    expect(page.locator("#panel #map")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"/{MATCH}/map\?t=301$"))
    expect(page.locator(".strip")).to_have_attribute("data-same", "yes")
    page.locator("#map-heading").click()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-clock]").first).to_have_text("5:11")
    page.locator("#tab-data").click()
    expect(page.locator("#panel #data")).to_be_visible()
    page.go_back()
    expect(page.locator("#panel #map")).to_be_visible()


def test_the_whole_way_without_script(browser: Browser, house: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house)
    page.locator("#box").fill(str(MATCH))
    page.get_by_role("button", name="Open").click()
    page.locator("#seen a").first.click()
    page.get_by_role("button", name="Fetch and analyse it").click()
    page.wait_for_url(f"{house}/deadlock/matches/{MATCH}", timeout=15_000)
    page.get_by_role("link", name="+10 s").click()
    expect(page).to_have_url(re.compile(r"\?t=\d+$"))
    page.locator("#tab-map").click()
    expect(page.locator("#map svg.map").first).to_be_visible()
    page.locator("#tab-data").click()
    expect(page.get_by_role("link", name="The body as it came")).to_be_visible()
    page.goto(f"{house}/deadlock/players/900000001")
    page.get_by_role("button", name="Fetch the match history").click()
    expect(page.locator("#matches tbody tr").first).to_be_visible(timeout=15_000)
    context.close()


def test_a_match_is_light_and_asks_nobody_else(
    page: Page, house: str, complaints: list[str]
) -> None:
    keep(MATCH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{house}/deadlock/matches/{MATCH}")
    page.wait_for_load_state("networkidle")
    size = page.evaluate(
        "['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))"
        ".reduce((sum, one) => sum + one.transferSize, 0)"
    )
    assert [url for url in asked if not url.startswith(house)] == []
    assert len(asked) <= 13, asked
    assert 0 < size <= FIRST_VIEW_BYTES
    assert complaints == []


SETTLES_BETWEEN = """
document.addEventListener("htmx:before:settle", () => {
  document.body.dispatchEvent(new CustomEvent("htmx:after:settle", { bubbles: true }));
});
"""


@pytest.mark.usefixtures("complaints")
@pytest.mark.parametrize("meanwhile", ["", SETTLES_BETWEEN], ids=["alone", "amid"])
def test_a_player_followed_by_key_is_read_on_and_goes_along(
    page: Page, house: str, meanwhile: str
) -> None:
    keep(MATCH)
    page.goto(f"{house}/deadlock/matches/{MATCH}/performance")
    page.evaluate(meanwhile)
    page.locator("#panel tbody th a").nth(2).press("Enter")
    expect(page).to_have_url(re.compile(r"\?player=\d+$"))
    expect(page.locator("#performance-title")).to_be_focused()
    query = page.url.partition("?")[2]
    page.locator("#tab-economy").press("Enter")
    expect(page.locator("#panel #economy")).to_be_visible()
    expect(page).to_have_url(f"{house}/deadlock/matches/{MATCH}/economy?{query}")
    expect(page.locator("#tab-economy")).to_be_focused()
