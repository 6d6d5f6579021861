"""The protected pages are open to every admin: no fault the checker knows, none too wide."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect
from sqlalchemy import text

from tests.admin.conftest import end, keep_note, keep_orphan, keep_versions
from tests.browser.openness import (
    COLOURS,
    FAULTS,
    HEIGHT,
    NARROW,
    see_that_they_are_open,
    sound,
    width_of,
)
from tests.jobs.asked import ask
from tests.people import person, sign_in
from webapp.core.audit import audit
from webapp.core.db import db
from webapp.core.upstream_pauses import pause_upstream
from webapp.jobs import pauses
from webapp.jobs.samples import take_sample

pytestmark = pytest.mark.browser


def furnished() -> list[str]:
    """Make something of everything; gives the addresses to look at."""
    keep_versions()
    keep_orphan()
    # The house's worker is at work meanwhile: a stopped kind it leaves alone.
    for kind in ("test.dead", "test.still"):
        pauses.pause(kind, "account:1", "moving")
    db.session.commit()
    note, run = keep_note(), ask("dead", kind="test.dead")
    end(run, "dead", error="Traceback", attempt=5)
    pauses.release("test.dead")
    ask("still", kind="test.still")
    pause_upstream("deadlock", "account:1", "moving")
    audit("account:1", "try out", "account:1", {"a": "1"}, {"a": "2"})
    db.session.commit()
    take_sample()
    own = (f"jobs/{run}", f"quarantine/{note.id}", "people/1", "upstreams/deadlock")
    tabs = ("jobs", "upstreams", "quarantine", "datasets", "people", "storage", "settings", "audit")
    return ["/admin", "/status", *(f"/admin/{one}" for one in (*tabs, *own))]


def test_every_protected_page_is_open_to_every_admin(
    browser: Browser, house: str, app: Flask
) -> None:
    secret = sign_in(app.test_client(), person("Di"))
    see_that_they_are_open(
        browser,
        [house + path for path in furnished()],
        [{"name": "guildhall", "value": secret, "url": house}],
    )


def test_a_kind_is_released_and_a_run_started_over_without_script(
    browser: Browser, house: str, app: Flask
) -> None:
    secret = sign_in(app.test_client(), person("Di"))
    furnished()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    page = context.new_page()
    page.goto(f"{house}/admin/jobs")
    page.get_by_role("button", name="Release").click()
    expect(page.get_by_role("button", name="Release")).to_have_count(0)
    page.locator("#runs").get_by_role("link", name="test.dead").first.click()
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_text("retry job")).to_be_visible()
    context.close()
    assert db.session.scalar(text("SELECT count(*) FROM audit")) == 3


@pytest.mark.parametrize("script", [True, False])
def test_a_run_is_called_off_only_when_asked_twice(
    browser: Browser, house: str, app: Flask, *, script: bool
) -> None:
    secret = sign_in(app.test_client(), person("Di"))
    furnished()
    run = ask("calm", kind="test.still")
    context = browser.new_context(java_script_enabled=script)
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    page = context.new_page()
    page.goto(f"{house}/admin/jobs/{run}")
    first = page.get_by_role("button", name="Call it off")
    first.press("Enter")
    asked = page.get_by_role("dialog", name="Call this run off?")
    expect(asked.get_by_role("button", name="Leave it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    expect(first).to_be_focused()
    first.press("Enter")
    asked.get_by_role("button", name="Call it off").press("Enter")
    expect(page.locator(".note").get_by_text("Cancelled")).to_be_visible()
    context.close()


def test_what_asks_once_more_is_open_to_everybody_while_it_asks(
    browser: Browser, house: str, app: Flask
) -> None:
    secret = sign_in(app.test_client(), person("Di"))
    furnished()
    context = browser.new_context(reduced_motion="reduce")
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    page = context.new_page()
    page.goto(f"{house}/admin/storage")
    page.get_by_role("button", name="Remove").click()
    sound(page, "a question", FAULTS)
    page.emulate_media(color_scheme="dark")
    sound(page, "a question in the dark", COLOURS)
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    assert width_of(page) <= NARROW
    context.close()
