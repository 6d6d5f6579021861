"""Without script and without a mouse: what is changed on pages of an account and of admins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect

from tests.access.things import token
from tests.admin.conftest import end, keep_note, keep_orphan, keep_versions
from tests.games import needs
from tests.jobs.asked import ask
from tests.people import Person, person, sign_in
from webapp.simulator.riot.people import people_of

pytestmark = pytest.mark.browser

STOPS: Final = 200
RIOT_ID: Final = people_of("EUW1")[3].riot_id
HOOK: Final = f"https://discord.com/api/webhooks/{'1' * 18}/{'a' * 40}"
SHOWN_ONCE: Final = "copy it now"


def nothing(_ada: Person) -> None:
    """Leave everything as it is."""


def failed_note(_ada: Person) -> None:
    """Keep a body aside, and the run that could not read it."""
    keep_note()
    end(ask("deadlock.match:7", kind="deadlock.match", args={"match_id": 7}), "failed")


def known_set(_ada: Person) -> None:
    """Keep a set that was refreshed once."""
    keep_versions()
    end(ask("deadlock.assets", kind="deadlock.assets", args={}), "done")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done on a page: roles and names one goes to, and what is typed where one types.

    Afterwards `said` stands on the page, or on `seen_at` where the effect is seen elsewhere.
    """

    page: str
    steps: tuple[tuple[str, ...], ...]
    said: str
    seen_at: str = ""
    before: Callable[[Person], object] = nothing


OWN: Final = {
    "make a token": Deed(
        "/account/tokens",
        (("textbox", "Name", "mine"), ("button", "Make the token")),
        SHOWN_ONCE,
    ),
    "end a token": Deed(
        "/account/tokens",
        (("button", "Revoke mine"), ("button", "Revoke")),
        "No tokens yet",
        before=token,
    ),
    "add a webhook": Deed(
        "/account/webhooks",
        (("textbox", "Address", "https://h.example/in"), ("button", "Add it and show its secret")),
        SHOWN_ONCE,
    ),
    "add a channel": Deed(
        "/account/notifications",
        (("textbox", "Webhook of a channel", HOOK), ("button", "Add the channel")),
        "nothing sent yet",
    ),
    "claim a Riot ID": Deed(
        "/account/identities/claims/riot",
        (("textbox", "Riot ID", RIOT_ID), ("button", "Claim it")),
        f"Prove that {RIOT_ID} is you",
    ),
    "ask for an archive": Deed(
        "/account/data",
        (("button", "Make an archive"),),
        "only you can fetch it",
    ),
    "delete the account": Deed(
        "/account/data",
        (("textbox", "Type Ada to confirm", "Ada"), ("button", "Delete my account")),
        "The account is deleted",
    ),
}
ADMINS: Final = {
    "pause an upstream": Deed(
        "/admin/upstreams/deadlock",
        (("textbox", "Why", "moving"), ("button", "Pause")),
        "Paused by Di",
    ),
    "read a body again": Deed(
        "/admin/quarantine/1",
        (("button", "Read it again"),),
        "re-run body",
        "/admin/audit",
        failed_note,
    ),
    "refresh a dataset": Deed(
        "/admin/datasets",
        (("button", "Refresh"),),
        "refresh dataset",
        "/admin/audit",
        known_set,
    ),
    "give a role": Deed(
        "/admin/people",
        (
            ("searchbox", "Name, number or id at a provider", "Ada"),
            ("button", "Find"),
            ("link", "Ada"),
            ("combobox", "What they may do", "moderator"),
            ("button", "Give"),
        ),
        "give role",
    ),
    "remove orphans": Deed(
        "/admin/storage",
        (("button", "Remove 1"), ("button", "Remove")),
        "last removal:",
        "/admin/storage",
        lambda _ada: keep_orphan(),
    ),
}
NEED: Final = {"claim a Riot ID": "lol"} | dict.fromkeys(
    ("pause an upstream", "read a body again", "refresh a dataset"), "deadlock"
)


def cases(deeds: dict[str, Deed]) -> list[object]:
    """Give deeds as cases of a test, each with the game it needs."""
    return [
        pytest.param(deed, id=name, marks=[needs(NEED[name])] if name in NEED else [])
        for name, deed in deeds.items()
    ]


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    return person("Ada")


@pytest.fixture
def deed(request: pytest.FixtureRequest, ada: Person) -> Deed:
    """Make ready what a deed needs, before anybody works in the house."""
    found: Deed = request.param
    found.before(ada)
    return found


@pytest.mark.parametrize("deed", cases(OWN), indirect=True)
def test_one_s_own_things_are_changed(
    app: Flask, browser: Browser, ada: Person, deed: Deed, house: str
) -> None:
    do(browser, house, sign_in(app.test_client(), ada), deed)


@pytest.mark.parametrize("deed", cases(ADMINS), indirect=True)
def test_an_admin_changes_things(app: Flask, browser: Browser, deed: Deed, house: str) -> None:
    do(browser, house, sign_in(app.test_client(), person("Di")), deed)


def do(browser: Browser, house: str, secret: str, deed: Deed) -> None:
    """Go step by step, and see what came of it; a secret is gone when looked for again."""
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "guildhall", "value": secret, "url": house}])
    page = context.new_page()
    page.goto(house + deed.page)
    expect(page.get_by_text(deed.said)).to_have_count(0)
    for step in deed.steps:
        take(page, *step)
    if deed.seen_at:
        page.goto(house + deed.seen_at)
    expect(page.get_by_text(deed.said).locator("visible=true").first).to_be_visible()
    if deed.said == SHOWN_ONCE:
        page.goto(house + deed.page)
        expect(page.get_by_text(deed.said)).to_have_count(0)
    context.close()


def take(page: Page, role: str, name: str, typed: str = "") -> None:
    """Go to a field and type, or to a button or link and press it."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    reach(page, wanted)
    if typed:
        page.keyboard.type(typed)
    elif wanted.get_attribute("popovertarget"):
        page.keyboard.press("Enter")
    else:
        with page.expect_navigation():
            page.keyboard.press("Enter")


def reach(page: Page, wanted: Locator) -> None:
    """Go on from where one is, back in a question that asks once more, until it has the focus."""
    wanted.wait_for()
    key = "Shift+Tab" if page.get_by_role("dialog").count() else "Tab"
    for _ in range(STOPS):
        page.keyboard.press(key)
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not come to {wanted}")
