"""A player over many matches: figures in their place, company met, two side by side."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from statistics import median

import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import PART, queries
from tests.deadlock.together import ADA, BO, HOME, NEW, OLD, keep_together, with_both
from tests.questions import round_trips
from webapp.deadlock.domain.across.players import own_matches
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.pages.player.narrowing import Filter, filter_of, mode_key
from webapp.deadlock.pages.player.records import records_of
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.columns import scan
from webapp.deadlock.store.players import Played


@pytest.fixture
def house(client: FlaskClient) -> FlaskClient:
    keep_together()
    return client


def test_trends_tell_every_metric_of_the_players_matches(house: FlaskClient) -> None:
    page = house.get(f"{HOME}/trends.json").json
    assert page["gathered"] == 14
    own = house.get(f"{HOME}.json").json["lines"]
    assert len(own) == 14
    kills = next(one for one in page["figures"] if one["key"] == "kills")
    assert kills["n"] == 14
    assert float(kills["median"]) == median(line["kills"] for line in own)
    assert 0 <= kills["place"] <= 100
    assert kills["last"] is not None
    assert kills["before"] is not None


def test_a_place_is_among_the_same_hero(house: FlaskClient) -> None:
    page = house.get(f"{HOME}/trends.json").json
    assert page["usual_matches"] == 14
    usual = load_benchmarks()
    own = own_matches(scan("players"), [ADA])
    kills = KEYS.index("kills")
    placed = [usual.place(one.hero_id, None, "kills", one.values[kills]) for one in own]
    places = [one.percentile for one in placed if one]
    shown = next(one for one in page["figures"] if one["key"] == "kills")
    assert len(places) == 14
    counts = [one.n for one in placed if one]
    few = house.get(f"{HOME}/trends.json?metric=kills").json["among"]
    assert few == [min(counts), max(counts)]
    assert "few, so read it loosely" in house.get(f"{HOME}/trends").text
    assert shown["place"] == round(median(places))
    assert (shown["last"], shown["before"]) == (
        round(median(places[-10:])),
        round(median(places[:-10])),
    )


def test_the_trend_of_a_metric_is_drawn_and_named(house: FlaskClient) -> None:
    page = house.get(f"{HOME}/trends?metric=deaths")
    assert page.status_code == 200
    assert "Deaths, match by match" in page.text
    assert '<option value="deaths" selected>' in page.text
    odd = house.get(f"{HOME}/trends.json?metric=<script>").json
    assert odd["metric"]["key"] == "souls_per_minute"


@pytest.mark.parametrize(
    ("asked", "n"),
    [("", 14), ("since=2026-05-01", 8), ("since=2027-01-01", 0), ("mode=nothing", 0),
     ("since=yesterday", 14), ("hero=123456", 0)],
)  # fmt: skip
def test_trends_follow_the_filter(house: FlaskClient, asked: str, n: int) -> None:
    assert house.get(f"{HOME}/trends.json?{asked}").json["gathered"] == n
    for part in ({}, PART):
        assert house.get(f"{HOME}/trends?{asked}", headers=part).status_code == 200


def test_results_of_a_filter_add_up(house: FlaskClient) -> None:
    counts = [
        house.get(f"{HOME}/trends.json?result={result}").json["gathered"]
        for result in ("won", "lost", "")
    ]
    assert counts[0] + counts[1] == counts[2] == 14


def test_company_is_counted_as_the_matches_tell_it(house: FlaskClient) -> None:
    first = parse_metadata(with_both(74_001, together=True))
    second = parse_metadata(with_both(74_002, together=False))
    told: Counter[tuple[int, bool]] = Counter()
    for match in (first, second):
        own = next(one for one in match.players if one.account_id == ADA)
        for other in match.players:
            if other.account_id and other.slot != own.slot:
                told[other.account_id, other.side == own.side] += 7
    page = house.get(f"{HOME}/people.json").json
    shown = {
        (one["account_id"], side == "together"): one["matches"]
        for side in ("together", "against")
        for one in page[side]
    }
    assert shown == told
    assert page["kept"] == 14


def test_wins_in_company_are_the_players_own(house: FlaskClient) -> None:
    page = house.get(f"{HOME}/people.json").json
    won = {line["match_id"]: line["won"] for line in house.get(f"{HOME}.json").json["lines"]}
    with_bo = next(one for one in page["together"] if one["account_id"] == BO)
    expected = sum(bool(won[match_id]) for match_id in (74_001, *range(74_010, 74_016)))
    assert with_bo["share"]["wins"] == expected
    assert with_bo["compare_url"] == f"{HOME}/with/{BO}"


def test_two_players_share_what_the_matches_say(house: FlaskClient) -> None:
    page = house.get(f"{HOME}/with/{BO}.json").json
    assert [one["name"] for one in page["people"]] == ["Ada", "Bo"]
    assert page["together_matches"] == page["against_matches"] == 7
    other = house.get(f"/deadlock/players/{BO}/with/{ADA}.json").json
    assert other["together"] == page["together"]
    assert other["against"]["wins"] == page["against"]["n"] - page["against"]["wins"]
    lines = {one["key"]: one for one in page["figures"]}
    mirrored = {one["key"]: one for one in other["figures"]}
    assert lines.keys() == mirrored.keys() <= set(KEYS)
    for key, line in lines.items():
        assert line["medians"] == list(reversed(mirrored[key]["medians"]))
        assert line["counts"] == list(reversed(mirrored[key]["counts"]))


def test_two_players_compare_whole_in_part_and_as_csv(house: FlaskClient) -> None:
    url = f"{HOME}/with/{BO}"
    assert "Ada and Bo" in house.get(url).text
    assert house.get(url, headers=PART).text.lstrip().startswith('<section id="compare"')
    told = list(csv.DictReader(io.StringIO(house.get(f"{url}/figures.csv").text)))
    assert {row["first_n"] for row in told} <= {str(n) for n in range(15)}
    assert len(told) == len(house.get(f"{url}.json").json["figures"])


def test_strangers_compare_honestly(client: FlaskClient) -> None:
    page = client.get(f"{HOME}/with/{BO}")
    assert page.status_code == 200
    assert "No match both played is kept here." in page.text
    assert "Neither has an analysed match" in page.text


def test_a_player_beside_themself_is_just_the_player(client: FlaskClient) -> None:
    assert client.get(f"{HOME}/with/{ADA}").headers["Location"] == HOME


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        (str(BO), f"{HOME}/with/{BO}"),
        (str(BO + 76561197960265728), f"{HOME}/with/{BO}"),
        ("", None),
        ("Bo", None),
        ("0", None),
        ("9" * 30, None),
        ("-5", None),
    ],
)
def test_a_typed_account_leads_to_the_comparison(
    client: FlaskClient, typed: str, leads: str | None
) -> None:
    answer = client.get(f"{HOME}/with", query_string={"other": typed})
    assert (answer.status_code, answer.headers.get("Location")) == (
        (303, leads) if leads else (404, None)
    )


def test_every_table_of_a_player_is_there_as_csv(house: FlaskClient) -> None:
    for name in ("matches", "heroes", "records", "people", "figures"):
        answer = house.get(f"{HOME}/tables/{name}.csv?since=2020-01-01")
        assert answer.status_code == 200
        assert len(answer.text.splitlines()) > 1, name
    assert house.get(f"{HOME}/tables/secrets.csv").status_code == 404
    empty = house.get(f"{HOME}/tables/matches.csv?hero=123456")
    assert (empty.status_code, empty.text.strip()) == (200, "")


def test_pages_of_a_player_nobody_knows_are_empty_and_whole(client: FlaskClient) -> None:
    for path in ("trends", "people"):
        for headers in ({}, PART):
            page = client.get(f"{HOME}/{path}", headers=headers)
            assert page.status_code == 200
            assert 'class="blank"' in page.text


def test_pages_of_a_player_cost_few_queries(house: FlaskClient) -> None:
    for path in ("/trends", "/people", f"/with/{BO}"):
        with queries() as asked:
            assert house.get(HOME + path).status_code == 200
        assert len(asked) <= 6, path


def test_a_player_whose_matches_are_kept_costs_one_round_trip(house: FlaskClient) -> None:
    house.get(HOME)
    with round_trips() as trips:
        assert house.get(HOME).status_code == 200
    assert len(trips) == 1, "\n\n".join(trips)


def test_the_tabs_keep_the_filter(house: FlaskClient) -> None:
    tabs = house.get(f"{HOME}/people.json?result=won&since=2025-01-01").json["head"]["tabs"]
    assert [tab["url"] for tab in tabs] == [
        f"{HOME}{path}?result=won&since=2025-01-01" for path in ("", "/trends", "/people")
    ]


def a_match(match_id: int, **more: object) -> Played:
    usual: dict[str, object] = {
        "started_at": OLD, "duration_s": 1800, "hero_id": 1, "game_mode": "Normal",
        "match_mode": "Ranked", "won": True, "abandoned": False, "kills": 1, "deaths": 2,
        "assists": 3, "souls": 30_000, "last_hits": 5, "denies": 0,
    }  # fmt: skip
    return Played(match_id=match_id, **(usual | more))  # type: ignore[arg-type]


def test_a_record_is_the_most_and_of_equals_the_first() -> None:
    chosen = [
        a_match(1, kills=9, started_at=NEW),
        a_match(2, kills=9, started_at=OLD),
        a_match(3, kills=30, match_mode="Co-op against bots"),
    ]
    names = Catalogue(version="")
    found = {one.word: one for one in records_of(chosen, names)}
    assert (found["Kills"].value, found["Kills"].match_id) == ("9", 2)
    assert "Denies" not in found, "none was denied, so there is no record of it"
    everything = {one.word: one for one in records_of(chosen, names, any_mode=True)}
    assert everything["Kills"].match_id == 3
    assert found["Longest match"].value == "30:00"


def test_a_filter_reads_and_writes_itself() -> None:
    asked = {"hero": "7", "result": "lost", "mode": "normal-ranked", "since": "2026-02-03"}
    wanted = filter_of(asked)
    assert wanted == Filter(7, won=False, mode="normal-ranked", since=date(2026, 2, 3))
    assert wanted.parts == asked
    assert wanted.url(page=2).startswith("?hero=7&result=lost")
    assert filter_of({"hero": "x", "result": "?", "since": "32"}) == Filter()
    assert mode_key("Street Brawl", "Unranked") == "street-brawl-unranked"
