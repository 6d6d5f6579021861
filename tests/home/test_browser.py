"""The house in a real browser: keys, theme, strip, drop, no script, and nothing refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.openness import see_that_they_are_open

pytestmark = pytest.mark.browser
PAGES = ("/", "/open?q=35077269", "/open?q=ada", "/styleguide", "/nope")
MISSING = "Failed to load resource: the server responded with a status of 404 (NOT FOUND)"


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """Everything the browser complains of while a test runs; a test ends without any."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [text for text in said if text != MISSING] == []


def test_every_page_is_open_to_everyone(browser: Browser, house_url: str) -> None:
    see_that_they_are_open(browser, [house_url + path for path in PAGES])


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_refuses_nothing_and_no_one_else_is_asked(
    page: Page, house_url: str, complaints: list[str], path: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(house_url + path)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(house_url)] == []
    assert len(asked) <= 12
    assert complaints in ([], [MISSING])


def test_typing_shows_what_is_recognised(page: Page, house_url: str, complaints: list[str]) -> None:
    page.goto(house_url)
    page.locator("#box").press_sequentially("35077269")
    expect(page.locator("#seen li").first).to_contain_text("Deadlock match 35077269")
    expect(page.locator("#box")).to_be_focused()
    assert complaints == []


def test_the_theme_is_kept_and_needs_no_cookie(page: Page, house_url: str) -> None:
    page.goto(house_url)
    switch = page.locator("[data-theme-switch]")
    expect(switch).to_have_text("Theme: as system")
    switch.click()
    switch.click()
    expect(switch).to_have_text("Theme: dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.context.cookies() == []


def test_slash_goes_to_the_box_and_a_question_mark_lists_the_keys(
    page: Page, house_url: str
) -> None:
    page.goto(f"{house_url}/styleguide")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.get_by_role("heading", name="Style guide").click()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()


def test_times_are_told_in_the_readers_zone(browser: Browser, house_url: str) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto(f"{house_url}/styleguide")
    expect(page.locator("time").first).to_have_text("2 Mar 2026, 04:30")
    expect(page.locator("[data-zone]")).to_have_text("Times in your zone (Asia/Tokyo)")
    context.close()


@pytest.mark.parametrize(
    ("key", "t"),
    [
        ("ArrowRight", 1303),
        ("ArrowLeft", 1301),
        ("Shift+ArrowRight", 1312),
        ("Shift+ArrowLeft", 1292),
        ("]", 1388),
        ("j", 1388),
        ("[", 1190),
        ("k", 1190),
    ],
)
def test_a_key_moves_the_cursor_and_the_address(
    page: Page, house_url: str, key: str, t: int
) -> None:
    page.goto(f"{house_url}/styleguide")
    page.keyboard.press(key)
    expect(page.locator("#t")).to_have_value(str(t))
    expect(page.locator(".flag-text")).to_have_text(f"{t // 60}:{t % 60:02d}")
    expect(page).to_have_url(re.compile(rf"\?t={t}$"))


def test_pointing_previews_and_a_click_keeps(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/styleguide")
    chart = page.locator(".strip .over")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 100)
    expect(page.locator(".flag-text")).to_have_text("7:31")
    page.mouse.move(box["x"], 2)
    expect(page.locator(".flag-text")).to_have_text("21:42")
    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + 100)
    expect(page).to_have_url(re.compile(r"\?t=451$"))


def test_dragging_with_shift_chooses_a_span(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/styleguide")
    chart = page.locator(".strip .over")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 100)
    page.mouse.up()
    page.keyboard.up("Shift")
    expect(page).to_have_url(re.compile(r"\?from=451&to=90[23]$"))


def test_the_map_and_the_strip_share_one_moment(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/styleguide")
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('moment',"
        " {detail: {t: 600, settled: true, source: 'map'}}))"
    )
    expect(page.locator("#t")).to_have_value("600")
    expect(page.locator(".flag-text")).to_have_text("10:00")


def test_a_file_dropped_anywhere_is_sent(page: Page, house_url: str) -> None:
    page.goto(f"{house_url}/styleguide")
    dropped = page.evaluate_handle(
        "() => { const all = new DataTransfer();"
        " all.items.add(new File(['BZh9'], '7.meta')); return all; }"
    )
    page.dispatch_event("body", "drop", {"dataTransfer": dropped})
    page.wait_for_url("**/jobs/7-4")


def test_without_script_every_way_is_still_there(browser: Browser, house_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house_url)
    page.locator("#box").fill("35077269")
    page.get_by_role("button", name="Open").click()
    expect(page.locator("#seen li").first).to_contain_text("Deadlock match 35077269")
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
    page.goto(f"{house_url}/styleguide")
    page.get_by_role("link", name="+10 s").click()
    expect(page).to_have_url(re.compile(r"\?t=1312$"))
    context.close()
