"""The Performance tab: whole, in part, as JSON, over a stretch, and its cost."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.deadlock.asking import asking
from tests.deadlock.kept import PATH, keep_body
from tests.deadlock.small_match import MATCH_ID, small_body
from webapp.deadlock.domain.metrics import KEYS

PAGE = f"{PATH}/performance"
pytestmark = pytest.mark.usefixtures("kept_match")
told = asking("/performance")
TABLES = ("figures", "counters", "blows", "minutes", "accolades")


def table(page: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in page["tables"] if one["key"] == key)
    return found


def numbers(page: dict[str, Any], key: str, column: str) -> list[float]:
    one = table(page, key)
    spot = [column["key"] for column in one["columns"]].index(column)
    cells = [row["cells"][spot]["text"] for side in one["sides"] for row in side["rows"]]
    return [float(cell.replace(",", "")) for cell in cells]


def test_everybody_can_be_chosen(client: FlaskClient) -> None:
    assert len(told(client)["people"]) == 12


def test_stretches_that_meet_add_up_to_the_whole(client: FlaskClient) -> None:
    pages = [told(client, query) for query in ("", "?from=0&to=540", "?from=540&to=99999")]
    for key, column in (("aim", "shots"), ("blows", "gun_body"), ("movement", "dashes")):
        whole, *parts = (numbers(page, key, column) for page in pages)
        assert any(whole)
        assert [sum(both) for both in zip(*parts, strict=True)] == whole


def test_each_table_says_the_stretch_it_counts(client: FlaskClient) -> None:
    page = told(client, "?from=540&to=720")
    assert table(page, "aim")["said"].startswith("9:00 to 12:00")
    assert table(page, "time")["said"].startswith("9:00 to 12:00")
    early = told(client, "?t=20")
    assert table(early, "aim")["sides"] == []
    assert table(early, "aim")["said"] == "No sample by then"
    assert all(one["said"] == "Whole match" for one in told(client)["tables"])


def test_links_keep_the_chosen_moment(client: FlaskClient) -> None:
    page = told(client, "?t=700")
    assert page["follows"] == 700
    assert page["people"][0]["href"].endswith("/performance?t=700&player=1")
    assert page["everybody"].endswith("/performance?t=700")


@pytest.mark.parametrize("query", ["?player=99", "?player=x", "?player=", "?player=-1"])
def test_a_choice_that_makes_no_sense_is_as_good_as_none(client: FlaskClient, query: str) -> None:
    page = told(client, query)
    assert page["profile"] is None
    assert len(page["tables"]) == 5


def test_an_old_match_says_what_it_does_not_record(client: FlaskClient) -> None:
    keep_body(small_body(dialect="2024"))
    old = f"/deadlock/matches/{MATCH_ID}"
    page = told(client, path=old)
    assert table(page, "movement")["sides"] == []
    assert "since 2025" in table(page, "movement")["said"]
    assert table(page, "time")["sides"]
    assert table(page, "time")["said"] == "Whole match; not recorded: Fighting, %"
    text = client.get(f"{old}/performance?player=1").text
    assert "not recorded" in text
    assert client.get(f"{old}/performance").status_code == 200


@pytest.mark.parametrize("query", ["", "?t=5", "?from=10&to=20"])
def test_a_match_without_paths_and_damage_says_so(client: FlaskClient, query: str) -> None:
    keep_body(small_body(paths=False, damage=False))
    page = told(client, query, f"/deadlock/matches/{MATCH_ID}")
    assert table(page, "blows")["said"] == "This match holds no damage matrix."
    assert table(page, "time")["said"] == "This match holds no positions."


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_also_csv(client: FlaskClient, name: str) -> None:
    answer = client.get(f"{PATH}/tables/{name}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["hero"] for row in rows}
    assert len({row["slot"] for row in rows}) == 12
    if name == "figures":
        assert len(rows) == 12
        assert set(KEYS) <= rows[0].keys()
