"""Whether pages are open to everyone: no fault the checker knows, in both lights, none too wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WIDE, MIDDLE, NARROW, HEIGHT = 1440, 1024, 360, 900
# What is being swapped in is faint for a moment.
SETTLED: Final = "!document.querySelector('.htmx-request')"
FAULTS: Final = {"resultTypes": ["violations"]}
# Another light changes colours alone, so only what is said of colours is asked again.
COLOURS: Final = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


def see_that_they_are_open(
    browser: Browser, addresses: Iterable[str], cookies: Sequence[Any] = ()
) -> None:
    """Look at each page in both lights, and at three widths: a desk's, a tablet's, a phone's."""
    # The checker brings its own script, which the page's policy would rightly refuse.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    context.add_cookies(cookies)
    page = context.new_page()
    for address in addresses:
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        page.goto(address)
        page.wait_for_function(SETTLED)
        assert width_of(page) <= WIDE, address
        sound(page, address, FAULTS)
        page.emulate_media(color_scheme="dark")
        sound(page, address, COLOURS)
        for width in (MIDDLE, NARROW):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert width_of(page) <= width, (address, width)
    context.close()


def width_of(page: Page) -> int:
    """Say how wide a page is, with what stands out of the window."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def sound(page: Page, address: str, options: dict[str, list[str]]) -> None:
    """Ask the checker; it finds nothing."""
    results = Axe().run(page, options=options)
    assert results.violations_count == 0, address + results.generate_report()
