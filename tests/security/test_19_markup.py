"""Line 19: whatever people, games and programs are called, a page shows it and runs none of it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request
from sqlalchemy import QueuePool
from werkzeug.serving import make_server

from tests.access.addresses import ways_of
from tests.access.asking import address
from tests.access.people import Asker, sit_down
from tests.access.things import THINGS
from tests.conftest import ROOT, emptied
from tests.security.corpus import MARK, call_everything_so, ill_named
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

NO_PAGE = re.compile(
    r"\.(?:json|csv|parquet|png|ico|xml|txt|atom|zip)$|^/(?:static|api|metrics|healthz|readyz)|/raw"
    r"|/paths$|/art/|callback$|/with$|/demos/|/uploads/"
)
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (one) => window.refused.push(
  one.violatedDirective + " " + one.blockedURI + " " + location.pathname));
"""


@dataclass  # without slots: the browser keeps its own note on whoever listens
class Seen:
    """What a browser noticed on its way."""

    dialogs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def dialog(self, one: Dialog) -> None:
        """Note a dialog and close it."""
        self.dialogs.append(one.message)
        one.dismiss()

    def message(self, one: ConsoleMessage) -> None:
        """Note what the browser says of the policy."""
        if "Content Security Policy" in one.text or "Uncaught" in one.text:
            self.said.append(one.text)

    def request(self, one: Request) -> None:
        """Note whom the browser asks."""
        if not one.url.startswith("data:"):
            self.hosts.add(urlsplit(one.url).netloc)


@pytest.fixture
def ill_house(app: Flask, settings: Settings) -> Iterator[tuple[Flask, str]]:
    """Serve a house where everything has a name nobody honest has."""
    assert app
    house = create_app(settings)
    with emptied(house):
        ill_named()
    server = make_server("127.0.0.1", 0, house, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield house, f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    with house.app_context():
        pool = cast("QueuePool", db.engine.pool)
        deadline = time.monotonic() + 5
        while pool.checkedout() and time.monotonic() < deadline:
            time.sleep(0.01)
        db.engine.dispose()


def signed_in_owner(house: Flask) -> Asker:
    """Let an admin have one of everything, all of it named so."""
    di = sit_down(house, "admin")
    assert di.person
    with house.app_context():
        for make in set(THINGS.values()):
            make(di.person)
        db.session.remove()
    return di


def pages_of(house: Flask, di: Asker) -> list[str]:
    """Give the address of every page there is."""
    assert di.person
    found = [
        address(house, rule, endpoint, di.person)
        for (method, rule), endpoint in ways_of(house).items()
        if method == "GET" and not NO_PAGE.search(rule)
    ]
    with house.app_context():
        call_everything_so()
    return found


@pytest.mark.browser
@pytest.mark.timeout(240)
def test_19_no_page_runs_what_somebody_is_called(
    context: BrowserContext, ill_house: tuple[Flask, str]
) -> None:
    house, host = ill_house
    di = signed_in_owner(house)
    pages, seen, refused, shown = pages_of(house, di), Seen(), [], 0
    cookie = di.client.get_cookie("guildhall")
    assert cookie
    context.add_cookies([{"name": "guildhall", "value": cookie.value, "url": f"http://{host}"}])
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", seen.dialog)
    page.on("console", seen.message)
    page.on("request", seen.request)
    for path in pages:
        answer = page.goto(f"http://{host}{path}", wait_until="load")
        assert answer
        assert answer.status < 500, path
        shown += MARK in page.content()
        refused += page.evaluate("window.refused")
    assert (seen.dialogs, refused, seen.said) == ([], [], [])
    assert seen.hosts == {host}
    assert shown > len(pages) / 2


TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
JSON_IN_MARKUP = re.compile(r"hx-(?:vals|headers)=(?:\"[^\"]*\"|'[^']*')")


@pytest.mark.parametrize("text", ['hx-vals=\'{"a": "{{ page.name }}"}\'', 'hx-vals="{{ x }}"'])
def test_19_json_put_together_by_hand_would_be_found(text: str) -> None:
    assert by_hand(text)


def by_hand(text: str) -> list[str]:
    """Give every piece of JSON in markup that says a value without `tojson`."""
    return [
        piece
        for piece in JSON_IN_MARKUP.findall(text)
        if any("tojson" not in said for said in re.findall(r"{{.*?}}", piece))
    ]


def test_19_no_template_puts_json_together_by_hand() -> None:
    assert len(TEMPLATES) > 50
    assert {str(file): found for file in TEMPLATES if (found := by_hand(file.read_text()))} == {}
