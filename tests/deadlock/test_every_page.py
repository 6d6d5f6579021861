"""What every page of a match promises: three answers, few questions, little weight, a next step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.deadlock.kept import MATCH, PART, PATH, keep_body, queries
from tests.deadlock.recorded import keep_recording
from webapp.cli.bench.weight import weigh
from webapp.deadlock.domain.terms import TERMS
from webapp.deadlock.pages.frame import SUB_PAGES, TABS

PAGES = {part: path for part, _, path in (*TABS, *SUB_PAGES)}
UNDER = {part: tab for part, tab, _ in SUB_PAGES}
QUERIES = {
    "overview": ("", "?t=600", "?from=300&to=900"),
    "map": ("", "?t=600", "?from=300&to=900"),
    "combat": ("", "?t=700", "?stat=healing&player=3&target=4"),
    "combat_deaths": ("", "?t=700", "?player=3"),
    "combat_fights": ("", "?t=700", "?all=1&player=3"),
    "economy": ("", "?t=700", "?from=300&to=900", "?player=3&count=share&of=farm", "?count=held"),
    "laning": ("", "?t=400", "?t=1300", "?from=200&to=900"),
    "objectives": ("", "?t=700", "?from=300&to=900"),
    "builds": ("", "?t=700", "?from=300&to=900"),
    "performance": ("", "?t=700", "?from=300&to=900", "?player=3", "?player=3&t=700"),
    "chance": ("", "?t=700", "?from=300&to=900"),
    "findings": ("", "?t=1", "?player=2", "?player=2&from=300&to=900"),
    "data": ("",),
}
pytestmark = pytest.mark.usefixtures("kept_match")


def addresses(part: str) -> list[str]:
    return [PATH + PAGES[part] + query for query in QUERIES[part]]


def test_every_page_is_asked_for_here() -> None:
    assert QUERIES.keys() == PAGES.keys()


@pytest.mark.parametrize("part", PAGES)
def test_a_page_is_whole_a_part_or_json(client: FlaskClient, part: str) -> None:
    path, mark = PATH + PAGES[part], f'id="{part.rpartition("_")[2]}"'
    whole, piece = client.get(path), client.get(path, headers=PART)
    assert whole.text.startswith("<!doctype html>")
    assert mark in whole.text
    assert mark in piece.text
    assert piece.text.lstrip().startswith(("<section", "<svg", "<div"))
    assert "<html" not in piece.text
    assert piece.text.strip() in whole.text
    twin = client.get(f"{path}.json").json
    assert client.get(path, headers={"Accept": "application/json"}).json == twin
    assert (twin["tab"], twin["frame"]["match_id"]) == (part, MATCH)
    current = [tab["part"] for tab in twin["frame"]["tabs"] if tab["current"]]
    assert current == [UNDER.get(part, part)]


@pytest.mark.parametrize("part", PAGES)
def test_words_of_every_page_lead_to_where_they_are_defined(client: FlaskClient, part: str) -> None:
    linked = set(
        re.findall(r'href="/deadlock/method#([a-z0-9-]+)"', client.get(PATH + PAGES[part]).text)
    )
    assert linked
    assert linked <= TERMS.keys()


@pytest.mark.parametrize("part", PAGES)
def test_every_shape_a_page_uses_is_on_it(client: FlaskClient, part: str) -> None:
    for address in addresses(part):
        page = client.get(address).text
        used = set(re.findall(r'href="#([\w-]+)"', page)) | set(re.findall(r'="#(g-[^"]*)"', page))
        assert used <= set(re.findall(r'id="([\w-]+)"', page)), address


@pytest.mark.parametrize("part", PAGES)
@pytest.mark.parametrize(
    "headers", [{}, PART, {"Accept": "application/json"}], ids=["whole", "part", "json"]
)
def test_a_page_costs_few_questions_and_a_304_one(
    client: FlaskClient, part: str, headers: dict[str, str]
) -> None:
    for address in addresses(part):
        with queries() as asked:
            answer = client.get(address, headers=headers)
        assert answer.status_code == 200
        assert 1 <= len(asked) <= 6, asked
        with queries() as asked:
            again = client.get(address, headers=headers | {"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, len(asked)) == (304, 1)
        assert "content_version" in asked[0]


@pytest.mark.parametrize("coding", ["zstd", "gzip"])
def test_a_packed_moment_is_known_by_its_tag_before_it_is_drawn(
    client: FlaskClient, coding: str
) -> None:
    packed = {"Accept-Encoding": coding}
    answer = client.get(f"{PATH}?t=600", headers=packed)
    assert answer.headers["ETag"].endswith(f':{coding}"')
    with queries() as asked:
        again = client.get(
            f"{PATH}?t=600", headers=packed | {"If-None-Match": answer.headers["ETag"]}
        )
    assert (again.status_code, len(asked)) == (304, 1)
    assert again.headers["ETag"] == answer.headers["ETag"]


@pytest.mark.parametrize("part", PAGES)
def test_a_first_view_is_light(client: FlaskClient, part: str) -> None:
    for address in addresses(part):
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(answer.data) < 45_000, address


@pytest.mark.parametrize("part", PAGES)
def test_a_first_view_is_light_with_every_file_it_names(app: Flask, part: str) -> None:
    assert weigh(app, PATH + PAGES[part]) <= 100_000


@pytest.mark.parametrize("real", ["m31067068", "m35077269", "m54331746"])
def test_a_first_view_of_a_real_match_is_as_light(app: Flask, shared_data: Path, real: str) -> None:
    match_id = keep_body((shared_data / "deadlock" / "metadata" / f"{real}.json").read_bytes())
    path = f"/deadlock/matches/{match_id}"
    weights = {part: weigh(app, path + page) for part, page in PAGES.items()}
    assert {part: weight for part, weight in weights.items() if weight > 100_000} == {}


def test_a_first_view_of_a_match_with_a_demo_is_as_light(app: Flask) -> None:
    without = {part: weigh(app, PATH + page) for part, page in PAGES.items()}
    keep_recording(MATCH)
    weights = {part: weigh(app, PATH + page) for part, page in PAGES.items()}
    assert {part: weight for part, weight in weights.items() if weight > 100_000} == {}
    assert weights["objectives"] > without["objectives"], "the demo adds to it"


@pytest.mark.parametrize("part", PAGES)
def test_a_page_of_a_match_not_kept_has_a_next_step(client: FlaskClient, part: str) -> None:
    path = f"/deadlock/matches/77777{PAGES[part]}"
    assert client.get(f"{path}.json").status_code == 404
    answer = client.get(path)
    assert answer.status_code == 200
    assert 'action="/deadlock/matches/77777/analysis"' in answer.text
    assert 'content="noindex"' in answer.text
    piece = client.get(path, headers=PART)
    assert piece.text.lstrip().startswith("<section")
    assert piece.text.strip() in answer.text
