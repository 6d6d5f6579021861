"""Line 19: whatever people, games and programs are called, a page shows it and runs none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request

from tests.access.addresses import ways_of
from tests.access.asking import address
from tests.access.people import Asker, sit_down
from tests.access.things import THINGS
from tests.conftest import ROOT, emptied
from tests.security.corpus import CORPUS, MARK, SOURCES, ill_named
from tests.security.everything import call_everything_so, leave_traces
from tests.served import serving
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.twins import twin_of

NO_PAGE = re.compile(
    r"\.(?:json|csv|parquet|png|ico|xml|txt|atom|zip)$|^/(?:static|api|metrics|healthz|readyz)|/raw"
    r"|/(?:heights|paths)$|/art/|callback$|/with$|/demos/|/uploads/"
)
CHOSEN: Final = {"fight": "1", "player": "3", "q": CORPUS[0], "t": "600"}
"""What a reader chooses or types, asked for beside the bare page wherever a view reads it."""
SILENT: Final = frozenset(
    {
        *("/", "/deadlock", "/lol", "/status", "/styleguide"),
        *("/deadlock/matches", "/open", "/lol/summoners", "/dota2/names/<name>"),
        *(f"/lol/summoners/<where>/<slug>/{page}" for page in ("people", "profile")),
        *("/deadlock/method", "/dota2/method", "/lol/method"),
        *("/deadlock/method/win-chance", "/dota2/win-chance", "/lol/win-chance"),
        *("/dota2/matches/<match_id>/data", "/dota2/matches/<match_id>/data?t"),
        *("/lol/matches/<match_id>/data", "/lol/matches/<match_id>/data?t"),
        *("/dota2/matches/<match_id>/chance", "/dota2/matches/<match_id>/chance?t"),
        "/dota2/matches/<match_id>/parse",
        *("/account/data/deleted", "/account/password", "/me/bell"),
        *("/admin/datasets", "/admin/settings", "/admin/storage"),
        *("/sign-in/password", "/sign-in/password/new/<secret>", "/sign-in/password/sent"),
    }
)
"""Pages that name nobody and nothing: all others have to show what is planted."""
TALKING: Final = {"llm_base_url": "http://127.0.0.1:9/v1", "llm_api_key": "a key", "llm_model": "m"}
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
    house = create_app(replace(settings, **TALKING))
    with emptied(house):
        ill_named()
    with serving(house) as address:
        yield house, address.removeprefix("http://")
    with house.app_context():
        db.engine.dispose()


def signed_in_owner(house: Flask) -> Asker:
    """Let an admin have one of everything, all of it named so."""
    di = sit_down(house, "admin")
    assert di.person
    with house.app_context():
        for make in set(THINGS.values()):
            make(di.person)
        leave_traces(di.person)
        db.session.remove()
    return di


def pages_of(house: Flask, di: Asker) -> dict[str, str]:
    """Give every page there is, as its rule and what is chosen on it, with its address."""
    assert di.person
    found = {}
    for (method, rule), endpoint in ways_of(house).items():
        if method != "GET" or NO_PAGE.search(rule):
            continue
        found[rule] = address(house, rule, endpoint, di.person)
        twin = twin_of(house.view_functions[endpoint])
        chosen = {name: CHOSEN[name] for name in sorted(CHOSEN) if twin and name in twin.query}
        if chosen:
            found[f"{rule}?{'&'.join(chosen)}"] = f"{found[rule]}?{urlencode(chosen)}"
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
    seen, refused, silent, sources = Seen(), [], set(), set()
    cookie = di.client.get_cookie("guildhall")
    assert cookie
    context.add_cookies([{"name": "guildhall", "value": cookie.value, "url": f"http://{host}"}])
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", seen.dialog)
    page.on("console", seen.message)
    page.on("request", seen.request)
    for name, path in pages_of(house, di).items():
        answer = page.goto(f"http://{host}{path}", wait_until="load")
        assert answer
        assert answer.status < 500, path
        told = answer.text()  # without what is loaded into every page's corner
        silent |= set() if MARK in told else {name}
        sources |= {one for one in SOURCES if MARK + one in told}
        refused += page.evaluate("window.refused")
    assert (seen.dialogs, refused, seen.said) == ([], [], [])
    assert seen.hosts == {host}
    assert silent == SILENT
    assert sources == set(SOURCES)


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
