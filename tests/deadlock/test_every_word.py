"""Every figure that is defined is linked from a page that shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PATH, keep, keep_body
from tests.deadlock.many import copy_match, do
from tests.deadlock.recorded import keep_recording
from tests.deadlock.small_match import MATCH_ID, small_match
from tests.deadlock.test_chance_page import keep_model
from tests.words import linked_words, of_rules
from webapp.core.db import db
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.pages.frame import SUB_PAGES, TABS
from webapp.deadlock.store import chances
from webapp.deadlock.store.builds import named_builds, save_builds
from webapp.simulator.deadlock.published import tell_builds

SMALL = f"/deadlock/matches/{MATCH_ID}"
NEW_FIGURES = {
    "stat_type": [0, 6, 7, 8, 9],
    "source_name": ["citadel_weapon_test_set", "a", "b", "c", "d"],
}
"""Damage, and what the game has counted since October 2026."""
ODD_FLAG = 2


@pytest.fixture(autouse=True)
def _nothing_held(app: Flask) -> Iterator[None]:
    del app
    chances.forget_standing()
    yield
    chances.forget_standing()


@pytest.fixture
def house(client: FlaskClient, names: None) -> FlaskClient:
    """Keep a match with all that may come beside it, and enough like it to tell of players."""
    assert names is None
    keep()
    copy_match(MATCH, range(MATCH + 1, MATCH + 13))
    keep_recording()
    save_builds(MATCH, {build: published(build) for build in named_builds(MATCH)})
    db.session.commit()
    body = small_match()
    body["match_info"]["damage_matrix"]["source_details"] = NEW_FIGURES
    for player in body["match_info"]["players"]:
        player["items"][0]["flags"] = ODD_FLAG
    keep_body(json.dumps(body).encode())
    do("deadlock.columns")
    do("deadlock.benchmarks")
    keep_model()
    return client


def published(build: int) -> bytes:
    """Give a build as the archive would send it."""
    found = json.loads(tell_builds(query={"build_id": [str(build)]}, base_url="").body)
    return json.dumps(found[0]).encode()


def test_every_word_is_linked_from_some_page(house: FlaskClient) -> None:
    pages = [*of_match(house), *of_people(house), *of_heroes(house)]
    linked = linked_words(house, "deadlock", pages)
    assert linked | of_rules(TERMS) == TERMS.keys()


def of_match(client: FlaskClient) -> list[str]:
    """Give pages of a match: each tab, and what is chosen on some."""
    every = [place.path for place in (*TABS, *SUB_PAGES)]
    stats = client.get(f"{PATH}/combat.json").json["stats"]
    new = client.get(f"{SMALL}/combat.json").json["stats"]
    death = client.get(f"{PATH}/combat/deaths.json").json["rows"][0]["href"]
    counts = [f"/economy?count={one}" for one in ("share", "held")]
    chosen = ("/findings?player=1", "/performance?player=1")
    builds = [f"/builds?player={slot}" for slot in range(1, 13)]
    return [
        *(PATH + path for path in (*every, *counts, *chosen, *builds)),
        *(one["href"] for one in (*stats, *new)),
        death,
        f"{SMALL}/builds?player=1",
        "/deadlock/method/win-chance",
    ]


def of_people(client: FlaskClient) -> list[str]:
    """Give pages of a player and of two."""
    one, other = re.findall(r'href="(/deadlock/players/\d+)"', client.get(PATH).text)[:2]
    return [one, f"{one}/trends", f"{one}/people", f"{one}/with/{other.rpartition('/')[2]}"]


def of_heroes(client: FlaskClient) -> list[str]:
    """Give the list of heroes and one of them."""
    return ["/deadlock/heroes", client.get("/deadlock/heroes.json").json["lines"][0]["url"]]
