"""Pages of real matches of every kind: each tab opens, and shows what its body says.

Old versions of OpenDota's parser, bodies nobody parsed, Steam's own, and bodies parsed by half.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import cycle, islice, pairwise
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import shared_data
from tests.dota2.kept import PART, keep_body
from tests.dota2.told import NAMES
from tests.shown import see_match, see_page
from webapp.dota2 import ingest
from webapp.dota2.pages.frame import FRAMING, url_of
from webapp.dota2.pages.tables import TABLES
from webapp.matchplay.charts import clock
from webapp.matchroom.framing import TabPlace
from webapp.simulator.dota2 import generate_match, generate_steam_match
from webapp.simulator.dota2.constants import sample_names

LEAGUE = "steam_league_10482/match_details_218.jsonl"
KINDS = (
    *(f"matches/{name}.json" for name in NAMES),
    *(f"opendota_core/{name}.json" for name in ("3254426673_output", "details_api_pro")),
    *("opendota_core/details_api.json", "opendota_core/sequence_api.json"),
    *(f"{LEAGUE}:{line}" for line in (0, 60, 197)),
)
HALVES = ("even", "odd")
SAME = (
    *("kills", "deaths", "assists", "last_hits", "denies", "level", "net_worth"),
    *("hero_damage", "tower_damage", "hero_healing"),
)
COLUMNS = {**dict(zip(SAME, SAME, strict=True)), "gold_per_minute": "gold_per_min"}
ODD = ("odd", -1, 2**70, 1.5, True, [], {}, [None], [{}], {"a": None}, [[]])

pytestmark = pytest.mark.usefixtures("app")


def given_of(kind: str) -> dict[str, Any]:
    """Read a real body, or a line of them; skips the test where they are absent."""
    name, _, line = kind.partition(":")
    text = (shared_data() / "dota2" / name).read_text()
    body: dict[str, Any] = json.loads(text.splitlines()[int(line)] if line else text)
    body = body.get("result", body)
    return body["matches"][0] if "matches" in body else body


def kept(body: Mapping[str, Any]) -> int:
    ingest.save_bundled(sample_names())
    return keep_body(json.dumps(body).encode())


def slot_of(player: Mapping[str, Any]) -> int:
    number: int = player["player_slot"]
    return number - 123 if number >= 128 else number


@pytest.mark.parametrize("kind", KINDS)
def test_every_tab_of_a_real_match_opens_with_the_figures_of_its_body(
    client: FlaskClient, kind: str
) -> None:
    given = given_of(kind)
    match_id = kept(given)
    assert match_id == given["match_id"]
    see_board(given, see_match(client, FRAMING, TABLES, match_id)["overview"])


def see_board(given: Mapping[str, Any], twin: Mapping[str, Any]) -> None:
    """See that the scoreboard has every figure of the body, and sides what theirs add up to."""
    players = {slot_of(one): one for one in given["players"]}
    rows = {row["person"]["slot"]: row for group in twin["groups"] for row in group["rows"]}
    assert rows.keys() == players.keys()
    for slot, player in players.items():
        values = rows[slot]["values"]
        assert {ours: values[ours] for ours in COLUMNS} == {
            ours: player.get(theirs) for ours, theirs in COLUMNS.items()
        }
    for place, word in enumerate(("radiant", "dire")):
        own = [one for slot, one in players.items() if slot // 5 == place]
        score = given.get(f"{word}_score")
        kills = sum(one["kills"] for one in own) if score is None else score
        assert f"{kills} kill" in twin["groups"][place]["said"]
        if own[0].get("net_worth") is not None:
            assert f"{sum(one['net_worth'] for one in own):,}" in twin["groups"][place]["said"]
        assert ("won" in twin["groups"][place]["said"]) == (given["radiant_win"] == (not place))
    facts = {one["term"]: one["value"] for one in twin["frame"]["head"]["facts"]}
    assert facts["Length"] == clock(given["duration"])


def parsed_fields(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Name what only a replay tells: fields of the match, and of its players."""
    bare = generate_steam_match(501)
    of_match = set(body) - set(bare) - {"match_id", "version", "od_data"}
    of_players = set(body["players"][0]) - set(bare["players"][0]) - {"account_id"}
    return [*(("match", name) for name in sorted(of_match)),
            *(("player", name) for name in sorted(of_players))]  # fmt: skip


def changed(
    body: Mapping[str, Any], fields: Iterable[tuple[str, str]], value: object = None, slot: int = -1
) -> dict[str, Any]:
    """Give a body with other fields, those of players for everybody or for one of them."""
    fields = list(fields)
    names = {name for whose, name in fields if whose == "player"}
    players = [
        {**one, **dict.fromkeys(names & one.keys(), value)} if slot in {-1, place} else one
        for place, one in enumerate(body["players"])
    ]
    of_match = {name: value for whose, name in fields if whose == "match"}
    return {**body, **of_match, "players": players}


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", ["2890465108", "7490235544_merged"])
def test_a_real_match_parsed_by_half_is_told_by_what_is_left(
    client: FlaskClient, name: str, half: str
) -> None:
    given = given_of(f"matches/{name}.json")
    body = changed(given, parsed_fields(given)[HALVES.index(half) :: 2])
    see_board(given, see_match(client, FRAMING, TABLES, kept(body))["overview"])


def test_any_parsed_field_may_be_null_on_the_pages_too(client: FlaskClient) -> None:
    body = generate_match(7_000_501, scenario="stomp")
    fields, tabs = parsed_fields(body), cycle(FRAMING.tabs)
    assert len(fields) > 50
    for field in fields:
        see_some(client, changed(body, [field]), tabs)


def test_any_players_field_may_be_null_or_odd_on_the_pages_too(client: FlaskClient) -> None:
    body = generate_match(7_000_501, scenario="stomp")
    fields, tabs, odd = parsed_fields(body), cycle(FRAMING.tabs), cycle(ODD)
    for null, other in pairwise([*fields, fields[0]]):
        made = changed(changed(body, [null], None, slot=3), [other], next(odd), slot=7)
        see_some(client, made, tabs, many=1)


def see_some(
    client: FlaskClient, body: Mapping[str, Any], tabs: Iterable[TabPlace], many: int = 2
) -> None:
    """Keep a body and look at the next few of the tabs."""
    url = url_of(keep_body(json.dumps(body).encode()))
    for tab in islice(tabs, many):
        see_page(client, url + tab.path, PART)
