"""Where a parse is offered, and what is said to who asked for one before."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.dota2.kept import (
    PARSED,
    PART,
    UNPARSED,
    body_of,
    keep,
    keep_body,
    keep_unparsed,
    queries,
)
from webapp.core.db import db, utc_now
from webapp.dota2 import actions
from webapp.dota2.domain.parse import missing, parse_match
from webapp.dota2.domain.replays.numbers import FIRST_OWN
from webapp.dota2.domain.words import REPLAY_GONE
from webapp.dota2.pages.frame import FRAMING
from webapp.dota2.pages.parse_offer import SHOWN_BY_TAB
from webapp.jobs.models import JobRun

HALF = 7_000_301
pytestmark = pytest.mark.usefixtures("app")


def keep_half(match_id: int = HALF, **lacks: object) -> str:
    """Keep a match whose replay was read in part; gives its address."""
    body = json.loads(body_of(PARSED)) | {"match_id": match_id}
    for name, value in lacks.items():
        if name in body:
            body[name] = value
        for player in body["players"]:
            if name in player:
                player[name] = value
    keep_body(json.dumps(body).encode())
    return f"/dota2/matches/{match_id}"


def offered_on(client: FlaskClient, match: str) -> set[str]:
    """Name the tabs that offer to ask for a parse; each does it once."""
    found = set()
    for tab in FRAMING.tabs:
        page = client.get(match + tab.path)
        assert page.status_code == 200
        count = page.text.count(f'action="{match}/parse"')
        assert count == page.text.count(f'id="parse" class="line" hx-get="{match}/parse"') <= 1
        if count:
            found.add(tab.part)
    return found


def ended(match_id: int, state: str, sentence: str = "") -> None:
    """Ask for a parse, and have the run end so."""
    actions.ask_for_parse(match_id)
    changed = {"state": state, "sentence": sentence, "finished_at": utc_now()}
    db.session.execute(update(JobRun).where(JobRun.kind == "dota2.parse").values(changed))
    db.session.commit()
    db.session.remove()


def test_a_tab_offers_a_parse_where_it_would_bring_what_the_tab_lacks(client: FlaskClient) -> None:
    for lacks, tabs in (
        ({}, set()),
        ({"picks_bans": None}, set()),
        ({"dn_t": None}, {"data"}),
        ({"chat": None, "teamfights": None}, {"chat", "fights", "data"}),
        ({"purchase_log": None, "lane_pos": None}, {"builds", "laning", "data"}),
        ({"damage_targets": None, "obs_log": None}, {"combat", "map", "data"}),
        ({"runes_log": None}, {"objectives", "data"}),
        ({"kills_log": None}, {"map", "laning", "fights", "chat", "findings", "data"}),
        (
            {"gold_t": None, "xp_t": None, "lh_t": None, "dn_t": None, "radiant_gold_adv": None},
            {"overview", "economy", "laning", "chance", "findings", "data"},
        ),
    ):
        match = keep_half(**lacks)
        assert offered_on(client, match) == tabs, lacks
        assert client.get(f"{match}/fights.json").json["can_parse"] is ("fights" in tabs)


def test_a_match_nobody_parsed_offers_it_wherever_a_replay_tells_something(
    client: FlaskClient,
) -> None:
    every = {one.part for one in FRAMING.tabs}
    assert offered_on(client, f"/dota2/matches/{keep_unparsed()}") == every - {"draft"}


def test_nobody_is_sent_to_ask_for_what_cannot_be_read(client: FlaskClient) -> None:
    keep(UNPARSED)
    assert offered_on(client, f"/dota2/matches/{UNPARSED}") == set()
    assert offered_on(client, keep_half(FIRST_OWN + 9, chat=None)) == set()
    keep_half()
    for match_id in (UNPARSED, FIRST_OWN + 9, HALF):
        twin = client.get(f"/dota2/matches/{match_id}/parse.json").json
        assert (twin["state"], twin["can_parse"]) == ("needless", False)
        assert "<form" not in _part(client, match_id)
        assert client.get(f"/dota2/matches/{match_id}/parse").status_code == 200


def _part(client: FlaskClient, match_id: int) -> str:
    return client.get(f"/dota2/matches/{match_id}/parse", headers=PART).text


@pytest.mark.parametrize(
    ("state", "sentence", "told", "again"),
    [
        ("failed", REPLAY_GONE, "gone", False),
        ("failed", "OpenDota did not read this replay.", "failed", True),
        ("dead", "It failed five times.", "failed", True),
        ("cancelled", "", "failed", True),
        ("done", "", "unasked", True),
    ],
)
def test_what_became_of_asking_is_told_to_who_would_ask_again(
    client: FlaskClient, *, state: str, sentence: str, told: str, again: bool
) -> None:
    match_id = keep_unparsed()
    assert client.get(f"/dota2/matches/{match_id}/parse.json").json["state"] == "unasked"
    ended(match_id, state, sentence)
    twin = client.get(f"/dota2/matches/{match_id}/parse.json").json
    assert (twin["state"], twin["can_parse"]) == (told, again)
    part = _part(client, match_id)
    assert part.strip().startswith('<div id="parse"')
    assert sentence in part
    assert (f'action="/dota2/matches/{match_id}/parse"' in part) is again


def test_who_comes_while_it_is_read_sees_how_far_it_is(client: FlaskClient) -> None:
    match_id = keep_unparsed()
    progress = actions.ask_for_parse(match_id)
    part = _part(client, match_id)
    assert "Asked already." in part
    assert f'href="{progress}"' in part
    assert "<form" not in part
    assert part.strip() in client.get(f"/dota2/matches/{match_id}/parse").text
    with queries() as asked:
        client.get(f"/dota2/matches/{match_id}/parse", headers=PART)
    assert len(asked) <= 3


def test_a_replay_read_once_is_not_paid_for_again(client: FlaskClient) -> None:
    match = keep_half(chat=None)
    ended(HALF, "done")
    assert client.get(f"{match}/parse.json").json["state"] == "read"
    assert "<form" not in _part(client, HALF)


@pytest.mark.parametrize(
    ("days", "league", "state"),
    [(60, 0, "unasked"), (62, 0, "old"), (4000, 7, "unasked"), (None, 0, "unasked")],
)
def test_a_replay_long_gone_is_not_asked_for(
    client: FlaskClient, days: int | None, league: int, state: str
) -> None:
    then = None if days is None else int((utc_now() - timedelta(days=days)).timestamp())
    match = keep_half(chat=None, start_time=then, leagueid=league)
    assert client.get(f"{match}/parse.json").json["state"] == state
    assert ("<form" in _part(client, HALF)) is (state == "unasked")


def test_a_match_not_kept_has_no_parse_to_ask_for(client: FlaskClient) -> None:
    assert client.get("/dota2/matches/77777/parse.json").status_code == 404
    assert 'action="/dota2/matches/77777/analysis"' in client.get("/dota2/matches/77777/parse").text


def test_every_tab_names_parts_as_responses_lack_them() -> None:
    """A part called otherwise would never be missed."""
    body = json.loads(body_of(PARSED))
    kept = ("player_slot", "hero_id", "sen_log")
    body["players"] = [{key: one[key] for key in kept} for one in body["players"]]
    body["players"][0]["gold_reasons"] = {"0": 1}
    bare = {key: body[key] for key in ("match_id", "players", "duration", "radiant_win")}
    bare["players"][0]["killed_by"] = {}
    bare["players"][0]["damage"] = {"npc_dota_hero_axe": 5}
    lacking = parse_match(json.dumps(bare).encode()).missing
    for tab, parts in SHOWN_BY_TAB.items():
        for part in parts:
            assert missing.lacks_any(lacking, {part}), (tab, part)
