"""The map in a real browser: with the strip beside it, under the real policy, and with script off.

The page is the real template, strip and script around one invented match; no database is needed.
"""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from flask import Flask, Response, render_template_string, request
from playwright.sync_api import Browser, Page, expect

from tests.served import serving
from webapp.core.fragments import hold_fragments
from webapp.core.security import HEADERS
from webapp.core.static import serve_static
from webapp.deadlock.domain.paths_file import CONTENT_ENCODING, decode_paths, encode_paths
from webapp.deadlock.domain.paths_header import PathDeath, PathPlayer, PathsHeader, PathSouls
from webapp.deadlock.domain.records import Paths
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.pages.demo import DemoHeightsView
from webapp.deadlock.pages.map import map_view
from webapp.deadlock.pages.strip_events import NAMES
from webapp.matchplay.strip import LeadSample, strip_view

pytestmark = pytest.mark.browser
LENGTH = 300
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{{ static_url("css/tokens.css") }}">
<link rel="stylesheet" href="{{ static_url("css/look.css") }}">
<script src="{{ static_url("js/strip.js") }}" defer></script>
<script src="{{ static_url("deadlock/map.js") }}" type="module"></script></head>
<body data-game="deadlock"><main id="main"><h1>A match</h1>
{% from "parts/_strip.html" import strip %}{{ strip(page.strip) }}
<div id="panel">{% include "deadlock/map.html" %}</div></main></body></html>"""


HEIGHTS = {1: tuple(range(LENGTH + 1)), 7: (0,) * 100}
"""Ada climbs a metre a second; of Bo the demo tells less than two minutes."""


def packed() -> bytes:
    """Ada walks east from the middle for five minutes, is struck down at 200 and back at 220."""
    players = [
        PathPlayer(slot=1, side="a", hero_id=1, name="Ada", letters="Ad"),
        PathPlayer(slot=7, side="b", hero_id=2, name="Bo", letters="Bo"),
    ]
    x = np.stack([np.arange(LENGTH + 1) * 20, np.full(LENGTH + 1, -3000)]).astype(np.float32)
    health = np.full(x.shape, 100, np.uint8)
    health[0, 100:200], health[0, 200:220] = 40, 0
    walked = Paths((1, 7), 1.0, x, np.zeros_like(x), health)
    header = PathsHeader(
        match_id=5,
        duration_s=LENGTH,
        players=players,
        deaths=[PathDeath(slot=1, at=200, x=4000, y=0, killer=7, away_s=20)],
        souls=[PathSouls(at=0, souls=[0, 0]), PathSouls(at=180, souls=[1500, 12000])],
    )
    return encode_paths(walked, header)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(_app(packed())) as served:
        yield f"{served}/map"


def _app(body: bytes) -> Flask:
    app = Flask("webapp", root_path="webapp", template_folder="../templates", static_folder=None)
    serve_static(app)
    hold_fragments(app)

    @app.get("/map")
    def page() -> str:
        asked = request.args
        at, span = asked.get("t", 0, int), None
        if "from" in asked:
            span = (asked.get("from", 0, int), asked.get("to", LENGTH, int))
        view = map_view(
            decode_paths(body),
            at,
            paths_url="/paths",
            follow=asked.get("follow", None, int),
            heat=asked.get("heat"),
            span=span,
            heights=HEIGHTS if "demo" in asked else None,
            demo=DemoHeightsView(asked["demo"], TERMS) if "demo" in asked else None,
        )
        strip = strip_view(
            (LeadSample(180, 1500, 12000),), (), LENGTH, names=NAMES, base_url="/map", at=at
        )
        page = SimpleNamespace(
            map=view, strip=strip, frame=SimpleNamespace(url="/map"), terms=TERMS
        )
        return render_template_string(PAGE, page=page)

    @app.get("/heights")
    def heights() -> dict[str, list[int | None]]:
        return {str(slot): list(metres) for slot, metres in HEIGHTS.items()}

    @app.get("/paths")
    def paths() -> Response:
        return Response(body, headers={"Content-Encoding": CONTENT_ENCODING})

    @app.after_request
    def promise(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    return app


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """Everything the browser has to say, violations of the policy among it."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda wrong: heard.append(str(wrong)))
    return heard


@pytest.fixture
def opened(page: Page, address: str) -> Callable[[str], Page]:
    def visit(query: str = "") -> Page:
        page.goto(address + query)
        expect(page.locator("[data-map]")).to_have_attribute("data-upgraded", "yes")
        return page

    return visit


def health(page: Page) -> str:
    return page.locator("tr[data-slot='1'] [data-health] span").inner_text()


def picture(page: Page) -> bytes:
    return page.locator("[data-whole] canvas").screenshot()


def test_playing_moves_heroes_and_the_table(
    opened: Callable[[str], Page], complaints: list[str]
) -> None:
    page = opened("?t=95")
    still = picture(page)
    page.get_by_label("Speed").select_option("16")
    page.get_by_role("button", name="Play").click()
    expect(page.locator("tr[data-slot='1'] [data-health] span")).to_have_text("40")
    page.get_by_role("button", name="Pause").click()
    assert picture(page) != still
    assert complaints == []


def test_scrubbing_changes_table_heading_strip_and_address(
    opened: Callable[[str], Page], complaints: list[str]
) -> None:
    page = opened("")
    page.get_by_label("Moment", exact=True).fill("205")
    row = page.locator("tr[data-slot='1']")
    expect(row.locator("[data-health] span")).to_have_text("back in 15 s")
    expect(row.locator("[data-souls]")).to_have_text("1,500")
    expect(page.locator("tr[data-slot='7'] [data-kd]")).to_have_text("1 / 0")
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "3:25, five seconds after Ada died"
    )
    expect(page.locator("input#t")).to_have_value("205")
    page.wait_for_url("**/map?t=205")
    assert complaints == []


def test_the_strip_moves_the_map(opened: Callable[[str], Page]) -> None:
    page = opened("")
    page.locator("input#t").fill("150")
    expect(page.locator("[data-heading]")).to_have_text("2:30")
    expect(page.get_by_label("Moment", exact=True)).to_have_value("150")
    assert health(page) == "40"


def test_arrows_step_once_and_space_plays(opened: Callable[[str], Page]) -> None:
    page = opened("?t=50")
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-heading]")).to_have_text("0:51")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_following_and_warming_repaint_without_leaving(
    opened: Callable[[str], Page], complaints: list[str]
) -> None:
    page = opened("?t=50")
    whole = picture(page)
    page.locator("tr[data-slot='1'] a").click()
    expect(page.get_by_label("Follow", exact=True)).to_have_value("1")
    near = picture(page)
    page.get_by_label("Heatmap of").select_option("a")
    warm = picture(page)
    assert len({whole, near, warm}) == 3
    page.wait_for_url("**follow=1**")
    assert complaints == []


def test_the_theme_repaints_the_map(opened: Callable[[str], Page]) -> None:
    page = opened("?t=50")
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    light = picture(page)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_function("getComputedStyle(document.documentElement).colorScheme === 'dark'")
    assert picture(page) != light


def test_the_address_decides_where_the_map_opens(opened: Callable[[str], Page]) -> None:
    page = opened("?t=201")
    expect(page.locator("tr[data-slot='1'] [data-health] span")).to_have_text("back in 19 s")


def test_a_phone_never_scrolls_sideways(opened: Callable[[str], Page], page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    opened("?t=50")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_the_moment_is_drawn_and_told(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?t=205")
    expect(page.locator("[data-whole] svg.map .pin")).to_have_count(1)
    expect(page.locator("[data-whole] svg.map .fell")).to_have_count(1)
    expect(page.locator("tr[data-slot='1']")).to_contain_text("back in 15 s")
    page.get_by_role("link", name="3:20").click()
    expect(page.locator("[data-heading]")).to_have_text("3:20, as Ada died")
    context.close()


def test_a_missing_file_leaves_the_drawing(page: Page, address: str) -> None:
    page.route("**/paths", lambda route: route.abort())
    page.goto(f"{address}?t=50")
    expect(page.locator("[data-map]")).to_have_attribute("data-upgraded", "failed")
    expect(page.locator("[data-whole] svg.map .pin").first).to_be_visible()


def heights(page: Page) -> list[str]:
    return page.locator("[data-height]").all_inner_texts()


def test_heights_move_with_the_map(opened: Callable[[str], Page], complaints: list[str]) -> None:
    page = opened("?t=30&demo=/heights")
    assert heights(page) == ["30", "0"]
    page.get_by_role("slider", name="Moment", exact=True).fill("90")
    assert heights(page) == ["90", "0"]
    page.get_by_role("slider", name="Moment", exact=True).fill("205")
    assert heights(page) == ["", ""]
    assert complaints == []


def test_heights_that_do_not_come_leave_the_map_moving(opened: Callable[[str], Page]) -> None:
    page = opened("?t=30&demo=/nowhere")
    page.get_by_role("slider", name="Moment", exact=True).fill("120")
    assert health(page) == "40"
    assert heights(page) == ["", ""]


def test_without_script_heights_are_told(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + "?t=30&demo=/heights")
    assert heights(page) == ["30", "0"]
    page.close()
