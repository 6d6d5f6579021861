"""Signing in in a real browser: only there does a policy stop a form that leads elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from webapp.core.settings import EXTENSION

pytestmark = pytest.mark.browser


@pytest.fixture
def home(app: Flask, house: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the address providers send people back to: where the house is."""
    here = replace(app.extensions[EXTENSION], public_url=house)
    monkeypatch.setitem(app.extensions, EXTENSION, here)
    return house


def come_in(page: Page, home: str, provider: str) -> None:
    page.goto(f"{home}/sign-in?next=/styleguide")
    page.get_by_role("button", name=provider, exact=True).press("Enter")
    page.get_by_role("button", name="Ada Marsh").press("Enter")
    expect(page).to_have_url(f"{home}/styleguide")


def test_by_keyboard_through_a_provider_and_out_again(
    page: Page, home: str, complaints: list[str]
) -> None:
    come_in(page, home, "Steam")
    page.goto(f"{home}/sign-in")
    expect(page.locator("#doors")).to_contain_text("You are")
    page.locator("#doors").get_by_role("button", name="Sign out").press("Enter")
    expect(page).to_have_url(f"{home}/")
    page.goto(f"{home}/sign-in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert [text for text in complaints if "form-action" in text] == []


@pytest.mark.parametrize("light", ["light", "dark"])
def test_the_doors_and_why_one_did_not_open_are_open_to_everyone(
    browser: Browser, home: str, light: Literal["light", "dark"]
) -> None:
    # The checker brings its own script, which the page's policy would rightly refuse.
    context = browser.new_context(color_scheme=light)
    page = context.new_page()
    page.goto(f"{home}/sign-in")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Discord").press("Enter")
    page.get_by_role("button", name="Cancel").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("You did not sign in")
    assert Axe().run(page).response["violations"] == []
    context.close()


def test_without_script(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    come_in(context.new_page(), home, "Google")
    context.close()
