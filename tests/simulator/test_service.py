"""The stand-in answers as the real API does: statuses, headers, shapes, limits."""

import json
from pathlib import Path

import pytest

from tests.simulator.asking import Ask, asker
from webapp.simulator import sample_matches
from webapp.simulator.deadlock.people import history_of

ADA = 900_000_007


@pytest.fixture(scope="module")
def ask() -> Ask:
    return asker()


def test_a_match_has_the_three_parts_and_is_cached_for_a_week(ask: Ask) -> None:
    status, headers, body = ask("/deadlock/v1/matches/70000001/metadata")
    assert status == 200
    assert headers["Cache-Control"] == "public, max-age=604800"
    assert headers["Content-Type"] == "application/json"
    assert "ETag" not in headers
    assert {"RateLimit-Limit", "RateLimit-Period", "RateLimit-Remaining", "RateLimit-Reset"} <= set(
        headers
    )
    match = json.loads(body)
    assert set(match) == {"match_info", "hero_build_ids", "banned_hero_ids"}
    assert match["match_info"]["match_id"] == 70000001
    assert ask("/deadlock/v1/matches/70000001/metadata")[2] == body


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("matches/70000403/metadata", 403, "User is protected"),
        ("matches/70000404/metadata", 404, "Match metadata not found"),
        ("matches/70000429/metadata", 429, "Rate limit exceeded"),
        ("matches/70000500/metadata", 500, "Fetching or parsing match metadata failed"),
        ("matches/70000503/metadata/raw", 503, "Match metadata is not available yet"),
        ("matches/99/metadata", 404, "Match metadata not found"),
        ("matches/4294967297/metadata", 404, "Match metadata not found"),
        ("matches/x/metadata", 400, "Provided parameters are invalid"),
        ("matches/-1/metadata", 400, "Provided parameters are invalid"),
        ("players/900000403/match-history", 403, "User is protected"),
        ("players/900000403/rank", 403, "User is protected"),
        ("players/x/rank", 400, "Invalid account ID"),
        ("players/steam?account_ids=5", 404, "No profile found"),
        ("assets/nothing", 404, "Not found"),
        ("nothing", 404, "Not found"),
    ],
)
def test_each_state_has_its_status_and_sentence(
    ask: Ask, path: str, status: int, sentence: str
) -> None:
    told, headers, body = ask(f"/deadlock/v1/{path}")
    assert (told, json.loads(body)) == (status, {"status": status, "error": sentence})
    assert headers["Cache-Control"] == "no-store"


def test_a_late_match_comes_at_the_third_ask() -> None:
    fresh = asker()
    asked = [fresh("/deadlock/v1/matches/70000502/metadata")[0] for _ in range(4)]
    assert asked == [503, 503, 200, 200]


def test_salts_lead_to_the_file_and_are_refused_where_metadata_is_known(ask: Ask) -> None:
    status, _, body = ask("/deadlock/v1/matches/70000011/salts")
    salts = json.loads(body)
    assert status == 200
    path = salts["metadata_url"].removeprefix("http://127.0.0.1:8790")
    assert ask(path)[2] == ask("/deadlock/v1/matches/70000011/metadata/raw")[2]
    status, _, body = ask("/deadlock/v1/matches/70000400/salts")
    assert status == 400
    assert b"won't be fetched, as it has metadata already" in body


def test_raw_files_come_in_both_codecs(ask: Ask) -> None:
    assert ask("/deadlock/v1/matches/70000011/metadata/raw")[2].startswith(b"BZh")
    assert ask("/deadlock/v1/matches/70000012/metadata/raw")[2].startswith(b"\x28\xb5\x2f\xfd")


def test_a_history_lists_matches_the_account_truly_played(ask: Ask) -> None:
    history = json.loads(ask(f"/deadlock/v1/players/{ADA}/match-history")[2])
    assert len(history) >= 15
    assert [e["start_time"] for e in history] == sorted(
        (e["start_time"] for e in history), reverse=True
    )
    for entry in history[:3]:
        body = ask(f"/deadlock/v1/matches/{entry['match_id']}/metadata")[2]
        info = json.loads(body)["match_info"]
        own = next(p for p in info["players"] if p["account_id"] == ADA)
        assert entry["match_result"] == info["winning_team"]
        assert entry["match_duration_s"] == info["duration_s"]
        assert entry["start_time"] == info["start_time"]
        pairs = (("hero_id", "hero_id"), ("player_team", "team"), ("player_kills", "kills"),
                 ("player_deaths", "deaths"), ("player_assists", "assists"), ("denies", "denies"),
                 ("net_worth", "net_worth"), ("last_hits", "last_hits"),
                 ("hero_level", "level"))  # fmt: skip
        for told, meant in pairs:
            assert entry[told] == own[meant], told


def test_an_account_nobody_knows_has_an_empty_history(ask: Ask) -> None:
    assert json.loads(ask("/deadlock/v1/players/12345/match-history")[2]) == []
    assert json.loads(ask("/deadlock/v1/players/12345/rank")[2])["badge"] == 0


def test_profiles_and_search_find_the_same_people(ask: Ask) -> None:
    profile = json.loads(ask(f"/deadlock/v1/players/steam?account_ids={ADA}")[2])[0]
    name = profile["personaname"]
    found = json.loads(ask(f"/deadlock/v1/players/steam-search?search_query={name}")[2])
    assert [person["account_id"] for person in found] == [ADA]
    picture = ask(profile["avatar"].removeprefix("http://127.0.0.1:8790"))
    assert picture[2].startswith(b"\x89PNG")
    assert history_of(ADA)


@pytest.mark.parametrize("kind", ["heroes", "items", "map", "ranks", "accolades"])
def test_assets_have_the_keys_the_api_promises(ask: Ask, shared_data: Path, kind: str) -> None:
    path = shared_data / "deadlock/assets/deadlock-api.openapi.json"
    schemas = json.loads(path.read_bytes())["components"]["schemas"]
    names = {"heroes": "Hero", "map": "MapData", "ranks": "Rank", "accolades": "Accolade"}
    body = json.loads(ask(f"/deadlock/v1/assets/{kind}")[2])
    for thing in body if isinstance(body, list) else [body]:
        name = names.get(kind) or ("Upgrade" if thing["type"] == "upgrade" else "Ability")
        if thing.get("type") != "weapon":
            assert set(schemas[name]["required"]) <= set(thing)


def test_every_picture_is_the_simulators_own(ask: Ask) -> None:
    heroes = ask("/deadlock/v1/assets/heroes")[2].decode()
    pictures = {part.split('"')[0] for part in heroes.split("http://")[1:]}
    assert all(picture.startswith("127.0.0.1:8790/deadlock/art/") for picture in pictures)
    assert ask("/deadlock/art/hero/6.svg")[1]["Content-Type"] == "image/svg+xml"
    assert ask("/deadlock/art/hero/6.webp")[2][8:12] == b"WEBP"
    assert ask("/deadlock/art/hero/6.gif")[0] == 404


def test_real_matches_are_served_as_they_are(shared_data: Path) -> None:
    real = asker(real_data=shared_data)
    for path in (shared_data / "deadlock/metadata").glob("m*.json"):
        number = path.stem.removeprefix("m")
        assert real(f"/deadlock/v1/matches/{number}/metadata")[2] == path.read_bytes()
        assert real(f"/deadlock/v1/matches/{number}/metadata/raw")[2].startswith(
            b"\x28\xb5\x2f\xfd"
        )


def test_samples_are_five_matches_below_a_thousand(ask: Ask) -> None:
    samples = dict(sample_matches())
    assert list(samples) == [101, 102, 103, 104, 105]
    for match_id, body in samples.items():
        assert int(json.loads(body)["match_info"]["match_id"]) == match_id
    assert ask("/deadlock/v1/matches/101/metadata")[2] == samples[101]
