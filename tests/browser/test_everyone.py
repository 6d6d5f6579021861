"""Every page is open to everyone: no fault the checker knows, in both lights, none too wide.

None makes the browser complain, its refusals of what the policy forbids among that.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from tests.archive import Archive
from tests.browser.games import dota2_pages, keep_games, lol_pages, talk_page
from tests.browser.openness import see_that_they_are_open
from tests.deadlock.kept import keep
from tests.deadlock.recorded import keep_recording, match_of
from tests.dota2.test_chance_tab import keep_model
from tests.jobs.asked import ask
from webapp.core.db import db
from webapp.deadlock import ingest
from webapp.deadlock.models import DeadlockPlayer
from webapp.simulator import sample_assets

pytestmark = pytest.mark.browser
MATCH = 5602
AT = f"/deadlock/matches/{MATCH}"


@pytest.mark.parametrize("pages", ["rooms", "tabs", "combat", "dota2", "lol"])
def test_every_page_is_open_to_everyone_in_both_lights(
    browser: Browser, house: str, archive: Archive, pages: str
) -> None:
    see_that_they_are_open(browser, [house + path for path in PAGES[pages](archive)])


def rooms(archive: Archive) -> list[str]:
    """Give the pages around a match, one of them waiting for the archive."""
    ingest.save_bundled(sample_assets())
    keep(MATCH)
    account = db.session.scalars(select(DeadlockPlayer.account_id)).first()
    archive.strike("/metadata", "503")
    run = ask("deadlock.match:1", kind="deadlock.match", args={"match_id": MATCH + 1})
    db.session.remove()
    found = ["/", "/deadlock", "/styleguide", f"/jobs/{run}", "/nope", "/deadlock/matches/77777"]
    found += ["/deadlock/method", "/deadlock/method/win-chance"]
    found += ["/api", "/api/operations/deadlock_player"]
    return [*found, f"/deadlock/players/{account}", "/deadlock/players/5"]


def tabs(_archive: Archive) -> list[str]:
    """Give the tabs of a match that has a demo, some with a player and a moment chosen."""
    ingest.save_bundled(sample_assets())
    keep(MATCH)
    keep_recording(MATCH)
    db.session.remove()
    found = ["", "/map?t=300", "/data", "/economy?player=3&t=900", "/laning", "/objectives?t=900"]
    found += [
        "/objectives?from=300&to=900",
        "/builds?t=900",
        "/builds?player=3&t=900",
        "/performance",
        "/performance?player=3",
        "/chance",
    ]
    return [AT + tab for tab in (*found, "/findings", "/findings?player=3")]


def combat(_archive: Archive) -> list[str]:
    """Give the pages of the Combat tab, with one death and one fight opened."""
    ingest.save_bundled(sample_assets())
    keep(MATCH)
    keep_recording(MATCH)
    db.session.remove()
    slot, at_s = next((p.slot, d.at_s) for p in match_of(MATCH).players for d in p.deaths)
    found = ["", "?stat=lethal&player=3&target=9&t=600", "/deaths?from=0&to=540", "/fights"]
    found += [f"/deaths?t={at_s}&death={at_s}-{slot}", "/deaths?player=3&t=900"]
    return [f"{AT}/combat{page}" for page in (*found, "/fights?fight=1&player=3")]


def dota2(_archive: Archive) -> list[str]:
    """Give the pages of Dota 2, where there is a model of the win chance."""
    keep_model()
    return dota2_pages()


def lol(archive: Archive) -> list[str]:
    """Give the pages of League, a talk with the coach among them."""
    keep_games()
    return [*lol_pages(), talk_page(archive.patches)]


PAGES = {
    "rooms": rooms,
    "tabs": tabs,
    "combat": combat,
    "dota2": dota2,
    "lol": lol,
}
