"""What can be taken away of a match: tables, Parquet, positions, the body as it came."""

from __future__ import annotations

import csv
import io
import json

import polars as pl
import pytest
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PATH, body_of, keep
from tests.tables import csv_rows
from webapp.deadlock import ingest
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.pages.table_list import TABLES
from webapp.simulator import sample_assets

EMPTY = ("chances", "chance-parts", "published", "published-skills")
"""Without a model there are no chances, and no build before somebody asks for it."""


@pytest.fixture(autouse=True)
def kept_match(app: object) -> None:
    assert app
    ingest.save_bundled(sample_assets())
    keep()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_csv_with_a_line_for_each_row(client: FlaskClient, name: str) -> None:
    answer = client.get(f"{PATH}/tables/{name}.csv")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/csv"
    assert f'filename="{MATCH}-{name}.csv"' in answer.headers["Content-Disposition"]
    lines = list(csv.reader(io.StringIO(answer.text)))
    assert len(lines) > 1 or name in EMPTY
    assert all(lines[0]), "a table without rows still names its columns"
    assert {len(line) for line in lines} == {len(lines[0])}
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line)


def test_the_scoreboard_as_csv_says_what_the_page_says(client: FlaskClient) -> None:
    page = client.get(f"{PATH}.json").json
    shown = {row["slot"]: row for group in page["groups"] for row in group["rows"]}
    table = csv.DictReader(io.StringIO(client.get(f"{PATH}/tables/scoreboard.csv").text))
    told = {int(line["slot"]): line for line in table}
    assert told.keys() == shown.keys()
    for slot, line in told.items():
        assert int(line["souls"]) == shown[slot]["values"]["souls"]
        assert line["hero"] == shown[slot]["hero"]


def test_the_maps_table_is_that_of_its_second(client: FlaskClient) -> None:
    for query in ("", "?t=600", "?from=300&to=900"):
        shown = client.get(f"{PATH}/map.json{query}").json["map"]
        rows = csv_rows(client, f"{PATH}/tables/map.csv?t={shown['at']}")
        told = [one for side in shown["sides"] for one in side["rows"]]
        assert [int(row["slot"]) for row in rows] == [one["slot"] for one in told]
        for row, one in zip(rows, told, strict=True):
            assert row["hero"] == one["name"]
            for name in ("health", "away", "kills", "deaths", "souls", "place"):
                assert row[name] == ("" if one[name] is None else str(one[name]))
        link = f'{PATH}/tables/map.csv?t={shown["at"]}" data-csv'
        assert link in client.get(f"{PATH}/map{query}").text
    assert csv_rows(client, f"{PATH}/tables/map.csv?t=99999")


@pytest.mark.parametrize("name", ["damage", "positions", "snapshots"])
def test_parquet_is_read_by_the_tools_people_use(client: FlaskClient, name: str) -> None:
    answer = client.get(f"{PATH}/{name}.parquet")
    frame = pl.read_parquet(io.BytesIO(answer.data))
    assert frame.height > 90
    assert answer.mimetype == "application/vnd.apache.parquet"


def test_the_body_is_given_back_byte_for_byte(client: FlaskClient) -> None:
    answer = client.get(f"{PATH}/raw")
    assert answer.data == body_of(MATCH)
    assert answer.mimetype == "application/json"
    again = client.get(f"{PATH}/raw", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_positions_are_one_small_file_the_map_reads(client: FlaskClient) -> None:
    answer = client.get(f"{PATH}/paths", headers={"Accept-Encoding": "zstd, gzip"})
    assert len(answer.data) < 100_000
    replay = decode_paths(answer.data)
    assert len(replay.header.players) == 12
    assert replay.header.match_id == MATCH
    again = client.get(f"{PATH}/paths", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_analysis_is_one_document(client: FlaskClient) -> None:
    told = json.loads(client.get(f"{PATH}/analysis.json").data)
    assert told["match_id"] == MATCH
    assert {"scoreboard", "lead", "events"} <= told.keys()
