"""Whether pages are open to everyone: no fault the checker knows, in both lights, none too wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WIDE, MIDDLE, NARROW, HEIGHT = 1440, 1024, 360, 900
FAULTS: Final = {"resultTypes": ["violations"]}
# Another light changes colours alone, so only what is said of colours is asked again.
COLOURS: Final = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
# What the browser itself says of a page that is not there.
MISSING: Final = "the server responded with a status of 404 (NOT FOUND)"


def press_once_settled(page: Page, name: str) -> None:
    """Press a button by keyboard once what brought it is done: before, it is a form's own."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible()
    expect(page.locator(".htmx-added, .htmx-settling, .htmx-request")).to_have_count(0)
    button.press("Enter")


def see_that_they_are_open(
    browser: Browser, addresses: Iterable[str], cookies: Sequence[Any] = ()
) -> None:
    """Look at each page at three widths: a desk's, a tablet's, a phone's; and in both lights.

    Of one page with several queries, the last is looked at in the dark. The browser complains
    of nothing meanwhile.
    """
    context = browser.new_context(reduced_motion="reduce")
    context.add_cookies(cookies)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    addresses = list(addresses)
    in_the_dark = {address.partition("?")[0]: address for address in addresses}.values()
    for address in addresses:
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        page.goto(address)
        see_that_it_is_open(page, address, dark=address in in_the_dark)
        assert [one for one in said if MISSING not in one] == [], address
    context.close()


def see_that_it_is_open(page: Page, name: str, *, dark: bool = True) -> None:
    """Look so at the page that stands there now, wide and light; the dark only where wanted."""
    # What is being swapped in is faint for a moment.
    expect(page.locator(".htmx-request")).to_have_count(0)
    assert width_of(page) <= WIDE, name
    sound(page, name, FAULTS)
    if dark:
        page.emulate_media(color_scheme="dark")
        sound(page, name, COLOURS)
    for width in (MIDDLE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert width_of(page) <= width, (name, width)


def width_of(page: Page) -> int:
    """Say how wide a page is, with what stands out of the window."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def sound(page: Page, address: str, options: dict[str, list[str]]) -> None:
    """Ask the checker; it finds nothing."""
    results = Axe().run(page, options=options)
    assert results.violations_count == 0, address + results.generate_report()
