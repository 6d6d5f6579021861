"""The Deaths page: the list, one player's cards, one death in full; what strip and URL choose."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import MATCH, PART, PATH, keep, keep_body
from tests.deadlock.small_match import MATCH_ID, small_body
from tests.tables import csv_rows
from webapp.deadlock.domain.analysis.deaths import After, Around, DeathTold
from webapp.deadlock.pages.deaths.health import health_words
from webapp.simulator.deadlock import SCENARIOS

PAGE = f"{PATH}/combat/deaths"
pytestmark = pytest.mark.usefixtures("names")
told = asking("/combat/deaths")


def small(client: FlaskClient, query: str = "", **options: Any) -> dict[str, Any]:
    """Read the page of the invented match: 1 falls at 200, 7 at 320, 2 at 560."""
    keep_body(small_body(**options))
    return told(client, query, f"/deadlock/matches/{MATCH_ID}")


def test_the_page_stands_under_combat(client: FlaskClient) -> None:
    keep()
    assert [link["word"] for link in told(client)["links"] if link["current"]] == ["Deaths"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_any_match_reads_whole_in_part_and_opened(client: FlaskClient, scenario: str) -> None:
    keep(MATCH, scenario)
    for query in ("", "?t=600", "?player=3", "?from=60&to=600&side=b"):
        for headers in ({}, PART):
            answer = client.get(PAGE + query, headers=headers)
            assert answer.status_code == 200
            assert "None" not in answer.text.replace("None yet", "")


@pytest.mark.parametrize("name", ["m31067068", "m35077269", "m54331746"])
def test_every_death_of_a_real_match_opens(
    client: FlaskClient, shared_data: Path, name: str
) -> None:
    match_id = keep_body((shared_data / "deadlock" / "metadata" / f"{name}.json").read_bytes())
    path = f"/deadlock/matches/{match_id}"
    rows = told(client, path=path)["rows"]
    assert len(rows) == told(client, path=path)["in_all"] > 50
    for row in rows[::9]:
        page = client.get(row["href"].replace("/deaths?", "/deaths.json?")).json
        assert page["opened"]["clock"] == row["row"]["clock"]
        assert page["opened"]["victim"] == row["row"]["victim"]
        assert client.get(row["href"]).status_code == 200


def test_the_list_is_filtered_by_player_side_and_span(client: FlaskClient) -> None:
    def victims(query: str) -> list[int]:
        return [row["row"]["victim"]["slot"] for row in small(client, query)["rows"]]

    assert victims("") == [1, 7, 2]
    assert victims("?side=a") == [1, 2]
    assert victims("?player=7") == [7]
    assert victims("?from=300&to=600") == [7, 2]
    assert victims("?from=300&to=600&side=b&player=nobody") == [7]


@pytest.mark.parametrize("query", ["?player=99&side=x&death=1-1", "?player=²", "?death=200-9"])
def test_a_choice_that_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    page = small(client, query)
    assert (len(page["rows"]), page["opened"], page["player"]) == (3, None, None)


def test_a_death_opens_by_address_until_the_strip_moves_on(client: FlaskClient) -> None:
    def opened(query: str) -> str | None:
        death = small(client, query)["opened"]
        return death and death["clock"]

    assert opened("") is None
    assert opened("?death=320-7") == "5:20"
    assert opened("?t=320&death=320-7") == "5:20"
    assert opened("?t=210&death=320-7") == "3:20"
    assert opened("?t=199") is None
    assert opened("?t=599&side=b") == "5:20"
    assert [small(client, query)["said"] for query in ("?t=320", "?t=330")] == [
        "",
        "The last by 5:30",
    ]


def test_links_keep_what_is_chosen(client: FlaskClient) -> None:
    page = small(client, "?from=100&to=600&player=2")
    (row,) = page["rows"]
    assert row["href"].endswith("/combat/deaths?t=560&from=100&to=600&player=2&death=560-2")
    assert [choice["href"].partition("?")[2] for choice in page["sides"]] == [
        "from=100&to=600",
        "from=100&to=600&side=a",
        "from=100&to=600&side=b",
    ]
    assert page["kept"] == [["from", "100"], ["to", "600"]]
    stepped = small(client, "?t=320&death=320-7")
    assert stepped["before"]["word"] == "3:20"
    assert stepped["after"]["href"].endswith("?t=560&death=560-2")


def test_an_opened_death_says_what_is_known(client: FlaskClient) -> None:
    death = small(client, "?t=200")["opened"]
    assert (death["victim"]["slot"], death["killer"]["slot"]) == (1, 7)
    assert (death["took_s"], death["distance_m"], death["respawn_s"]) == ("4.5", 10, 8)
    assert (death["alive_own"], death["alive_enemy"]) == (6, 6)
    assert [one["own_count"] for one in death["meetings"]] == [4, 4]
    assert death["map"]["width_m"] == 117
    assert death["map"]["scene"]["fell"][0]["sentence"].endswith("died 3:20")
    assert 1 not in [pin["slot"] for pin in death["map"]["scene"]["pins"]]
    assert death["souls"] == "0 between the samples at 3:00 and 6:00, by this death"
    assert (death["recap"]["from_clock"], death["recap"]["to_clock"]) == ("3:00", "6:00")
    assert death["recap"]["alone"]
    assert sum(row["damage"] for row in death["recap"]["dealers"]) == death["recap"]["damage"]


def test_a_death_without_positions_or_matrix_still_opens(client: FlaskClient) -> None:
    death = small(client, "?t=200", paths=False, damage=False)["opened"]
    assert (death["map"], death["recap"], death["health"], death["meetings"]) == (
        None,
        None,
        None,
        [],
    )
    page = client.get(f"/deadlock/matches/{MATCH_ID}/combat/deaths?t=200").text
    assert "does not say where players were" in page


def test_one_players_deaths_are_cards_with_a_map_each(client: FlaskClient) -> None:
    keep_body(small_body())
    page = client.get(f"/deadlock/matches/{MATCH_ID}/combat/deaths?player=1").text
    assert page.count('class="map mini"') == 1
    assert "from 10 m" in page


def test_nobody_died_is_said(client: FlaskClient) -> None:
    page = small(client, "?from=1&to=50")
    assert page["rows"] == []
    assert (
        "Nobody died here"
        in client.get(f"/deadlock/matches/{MATCH_ID}/combat/deaths?from=1&to=50").text
    )


def test_the_tables_hold_every_death_and_every_line_of_a_recap(client: FlaskClient) -> None:
    keep()
    told_by_page = told(client)["rows"]
    deaths = csv_rows(client, f"{PATH}/tables/deaths.csv")
    assert [int(row["victim"]) for row in deaths] == [
        one["row"]["victim"]["slot"] for one in told_by_page
    ]
    assert all(len(row["health_before"].split()) == 16 for row in deaths)
    recaps = csv_rows(client, f"{PATH}/tables/recaps.csv")
    opened = told(client, f"?death={deaths[3]['at_s']}-{deaths[3]['victim']}")["opened"]
    own = [row for row in recaps if row["recap"] == deaths[3]["recap"]]
    assert sum(int(row["lethal"]) for row in own) == opened["recap"]["lethal"]
    assert sum(int(row["damage"]) for row in own) == opened["recap"]["damage"]


def test_health_is_told_as_a_line_that_ends_at_0_and_a_sentence(client: FlaskClient) -> None:
    death = small(client, "?t=200")["opened"]
    assert death["health_words"] == "Still 100 % in the very second of the death."
    rows = death["health"]["plot"]["table"]["rows"]
    assert [row["cells"] for row in rows][-2:] == [["100"], ["0"]]
    assert rows[-1]["word"] == "3:21"


@pytest.mark.parametrize(
    ("health", "words"),
    [
        ((100, 90, 40, 20), "From 90 % to dead in 2 s."),
        ((100, 80, 20), "From 80 % to dead in the last second."),
        ((70, 60, 30), "Below 80 % for all of the 2 s before."),
        ((), ""),
    ],
)
def test_the_sentence_says_since_when_health_fell(health: tuple[int, ...], words: str) -> None:
    around = Around("a", 6, 6, None, None, health, None)
    after = After(None, (), (), None)
    places = (None, None, None, None, "", "", None, None)
    assert health_words(DeathTold(9, 1, "a", None, *places, 8, around, None, after)) == words


def test_deaths_are_added_up_by_player(client: FlaskClient) -> None:
    keep()
    page = told(client)
    totals = {one["line"]["slot"]: one["line"] for one in page["totals"]}
    for slot, line in totals.items():
        own = [row["row"] for row in page["rows"] if row["row"]["victim"]["slot"] == slot]
        assert line["deaths"] == line["placed"] == len(own)
        assert line["outnumbered"] == sum(row["outnumbered"] for row in own)
        assert line["alone"] == sum(row["near_own"] == 1 for row in own)
        assert line["answered"] == sum(bool(row["answered"]) for row in own)
        assert line["out_s"] == sum(row["respawn_s"] for row in own)
    assert sum(line["deaths"] for line in totals.values()) == page["in_all"]
    lines = csv.DictReader(io.StringIO(client.get(f"{PATH}/tables/death-totals.csv").text))
    assert {int(line["slot"]): int(line["deaths"]) for line in lines} == {
        slot: line["deaths"] for slot, line in totals.items()
    }
    assert told(client, "?player=3")["totals"] == []


def test_what_is_lost_between_two_samples_counts_once(client: FlaskClient) -> None:
    page = small(client, kills=((200, 7, 1, 8), (300, 7, 1, 8)))
    (line,) = [one["line"] for one in page["totals"]]
    assert (line["deaths"], line["out_s"], line["souls_lost"]) == (2, 16, 0)
