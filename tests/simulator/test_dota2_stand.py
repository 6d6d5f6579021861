"""OpenDota and Steam as stand-ins: what they answer, refuse and count."""

import json
from typing import Any

import pytest

from tests.simulator.asking import Ask, asker
from webapp.simulator.dota2.budget import Allowances, Budget
from webapp.simulator.dota2.league import LEAGUE_ID, games

PLAIN, UNPARSED = 8_300_000_000, 8_300_000_600


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker()


def _json(ask: Ask, path: str, method: str = "GET", **headers: str) -> Any:
    return json.loads(ask(path, method, **headers)[2])


def test_a_match_is_told_with_what_is_left_of_the_budget(ask: Ask) -> None:
    status, headers, body = ask(f"/opendota/api/matches/{PLAIN}")
    assert status == 200
    assert json.loads(body)["match_id"] == PLAIN
    assert int(headers["X-Rate-Limit-Remaining-Minute"]) < 60
    assert int(headers["X-Rate-Limit-Remaining-Day"]) < 3000


@pytest.mark.parametrize(("ending", "status"), [(404, 404), (429, 429), (500, 500), (602, 404)])
def test_the_last_digits_of_an_id_say_what_becomes_of_it(
    ask: Ask, ending: int, status: int
) -> None:
    assert ask(f"/opendota/api/matches/{PLAIN + ending}")[0] == status


def test_a_parse_comes_after_it_was_asked_for_and_costs_ten() -> None:
    ask = asker()
    path = f"/opendota/api/matches/{UNPARSED}"
    before = ask(path)
    assert json.loads(before[2])["version"] is None
    asked = ask(f"/opendota/api/request/{UNPARSED}", "POST")
    job = json.loads(asked[2])["job"]["jobId"]
    day = "X-Rate-Limit-Remaining-Day"
    assert int(before[1][day]) - int(asked[1][day]) == 10
    looks = [_json(ask, f"/opendota/api/request/{job}") for _ in range(3)]
    assert [look is None for look in looks] == [False, False, True]
    assert _json(ask, path)["version"] is not None


def test_both_limits_are_kept_and_named() -> None:
    now = [0.0]
    budget = Budget(Allowances(minute=2, day=12), lambda: now[0])
    assert [budget.spend("ada", 1, keyed=False).refused for _ in range(3)] == [
        None,
        None,
        "minute rate limit exceeded",
    ]
    now[0] = 60.0
    assert budget.spend("ada", 10, keyed=False).refused == "daily api limit exceeded"
    assert budget.spend("key", 10, keyed=True).refused is None


def test_an_account_is_the_same_person_everywhere(ask: Ask) -> None:
    lines = _json(ask, "/opendota/api/players/910000001/matches?limit=5")
    wins = _json(ask, "/opendota/api/players/910000001/wl")
    heroes = _json(ask, "/opendota/api/players/910000001/heroes")
    assert len(lines) == 5
    assert sum(row["games"] for row in heroes) == wins["win"] + wins["lose"]
    match = _json(ask, f"/opendota/api/matches/{lines[0]['match_id']}")
    own = next(one for one in match["players"] if one["account_id"] == 910000001)
    assert (own["kills"], own["hero_id"]) == (lines[0]["kills"], lines[0]["hero_id"])


def test_named_fields_take_the_place_of_the_usual_ones(ask: Ask) -> None:
    path = "/opendota/api/players/910000001/matches?limit=1"
    (line,) = _json(ask, f"{path}&project=kills&project=last_hits")
    assert set(line) == {"match_id", "player_slot", "radiant_win", "kills", "last_hits"}


def test_steam_wants_a_key_and_has_no_match_details(ask: Ask) -> None:
    assert ask("/steam/IDOTA2Match_570/GetMatchDetails/v1/?match_id=1")[0] == 403
    refused = ask("/steam/IDOTA2Match_570/GetMatchDetails/v1/?match_id=1&key=k")
    assert (refused[0], refused[2]) == (500, b"{}")


def test_a_league_is_listed_as_valve_lists_one(ask: Ask) -> None:
    path = f"/steam/IDOTA2Match_570/GetMatchHistory/v1/?league_id={LEAGUE_ID}"
    result = _json(ask, path, x_webapi_key="k")["result"]
    ids = [one["match_id"] for one in result["matches"]]
    assert (result["num_results"], len(ids)) == (0, 100)
    assert result["results_remaining"] == len(games()) - 100
    assert ids not in (sorted(ids), sorted(ids, reverse=True))
    below = _json(ask, f"{path}&start_at_match_id={ids[40]}", x_webapi_key="k")["result"]
    assert max(one["match_id"] for one in below["matches"]) == ids[40]


def test_a_sequence_number_gives_the_match_it_belongs_to(ask: Ask) -> None:
    path = "/steam/IDOTA2Match_570/GetMatchHistory/v1/"
    listed = _json(ask, f"{path}?league_id={LEAGUE_ID}&matches_requested=1&key=k")
    wanted = listed["result"]["matches"][0]
    asked = f"key=k&matches_requested=1&start_at_match_seq_num={wanted['match_seq_num']}"
    by_number = f"/steam/IDOTA2Match_570/GetMatchHistoryBySequenceNum/v1/?{asked}"
    found = _json(ask, by_number)["result"]["matches"][0]
    assert (found["match_id"], len(found["players"])) == (wanted["match_id"], 10)


def test_names_and_profiles_of_steam(ask: Ask) -> None:
    found = _json(ask, "/steam/ISteamUser/ResolveVanityURL/v1/?key=k&vanityurl=AshBrook")
    steam_id = found["response"]["steamid"]
    assert (
        _json(ask, "/steam/ISteamUser/ResolveVanityURL/v1/?key=k&vanityurl=nobody")["response"][
            "success"
        ]
        == 42
    )
    told = _json(ask, f"/steam/ISteamUser/GetPlayerSummaries/v2/?key=k&steamids={steam_id},1")
    assert [one["personaname"] for one in told["response"]["players"]] == ["Ashbrook"]
