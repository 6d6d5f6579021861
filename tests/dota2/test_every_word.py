"""Every figure that is defined is linked from a page that shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, body_of, keep_body
from tests.dota2.test_benchmarks import FIRST, refresh
from tests.dota2.test_chance_tab import keep_model
from tests.dota2.test_dota_players import ADA, START, line
from tests.words import linked_words, of_rules
from webapp.core.db import db
from webapp.dota2.domain.terms import TERMS
from webapp.dota2.pages.frame import FRAMING
from webapp.dota2.store import accounts, chances, histories
from webapp.dota2.store.accounts import Met, Who

MATCH = FRAMING.url_of(FIRST)
PLAYER = f"/dota2/players/{ADA}"


@pytest.fixture(autouse=True)
def _nothing_held(app: Flask) -> Iterator[None]:
    del app
    chances.forget_standing()
    yield
    chances.forget_standing()


def test_every_word_is_linked_from_some_page(client: FlaskClient) -> None:
    keep_body(with_all())
    refresh()
    accounts.save_account(ADA, Who("Ada", None, 42, hidden=False))
    histories.save_history(ADA, [line(number) for number in range(12)])
    accounts.save_peers(ADA, [Met(7, "Bo", 30, 20, 2, 0, START)])
    db.session.commit()
    linked = linked_words(client, "dota2", [f"{MATCH}/chance", PLAYER, f"{PLAYER}/people"])
    keep_model()
    tabs = [MATCH + tab.path + moment for tab in FRAMING.tabs for moment in ("", "?t=700")]
    shown = [f"{MATCH}/combat?show={kind}" for kind in ("kills", "healing")]
    linked |= linked_words(client, "dota2", [*tabs, *shown, "/dota2/win-chance"])
    assert linked | of_rules(TERMS) == TERMS.keys()


def with_all() -> bytes:
    """Give a match that holds what few do: ranks, a timed draft, net worth by the minute."""
    body = json.loads(body_of(PARSED)) | {"match_id": FIRST}
    for player in body["players"]:
        player |= {"rank_tier": 54, "net_worth_t": player["gold_t"]}
    body["draft_timings"] = [
        {"order": place, "pick": one["is_pick"], "hero_id": one["hero_id"], "total_time_taken": 9}
        for place, one in enumerate(body["picks_bans"], start=1)
    ]
    return json.dumps(body).encode()
