"""Every public page has its place below /api/v1, with a type that is the one it says."""

from __future__ import annotations

import re
from itertools import product
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from flask import Flask, Request
from flask.testing import FlaskClient
from werkzeug.datastructures import ImmutableMultiDict

from tests.api.kept import keep_samples
from tests.tables import Tables, csv_rows, without_csv
from webapp.api.document.build import Built, build_document
from webapp.api.document.words import PATH, QUERY
from webapp.api.mirror import is_public_twin
from webapp.api.operations import Operation, operations, unsaid
from webapp.core.limits import (
    COSTLY,
    COSTLY_BY_PROGRAM,
    READS,
    READS_BY_PROGRAM,
    READS_KNOWN,
    limiter,
)
from webapp.core.twins import twin_of

OTHERS = {"q"}
"""Words of the query every page may be asked with."""
TELLS_WHEN = {"/api/v1/status"}
"""Says when it was asked, so it is another answer each time."""


@pytest.fixture
def built(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Built:
    monkeypatch.setattr(limiter, "enabled", False)
    keep_samples()
    with app.test_request_context():
        return build_document()


def test_every_public_json_address_says_what_it_answers(app: Flask) -> None:
    twins = [rule for rule in app.url_map.iter_rules() if is_public_twin(rule)]
    assert len(twins) > 60
    silent = [rule.rule for rule in twins if twin_of(app.view_functions[rule.endpoint]) is None]
    assert silent == []


def test_every_address_of_the_api_is_documented_in_words(app: Flask) -> None:
    with app.test_request_context():
        found = operations(app)
        assert unsaid(app) == ()
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.summary, one.path
        for part in one.parameters:
            assert part.words, f"{one.path}: {part.name}"
            assert part.name in (PATH if part.where == "path" else QUERY)


def test_what_belongs_to_somebody_or_to_admins_is_not_mirrored(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    assert not [rule for rule in rules if rule.startswith(("/api/v1/admin", "/api/v1/account"))]


class Noting(ImmutableMultiDict[str, str]):
    """A query that notes which of its words are read."""

    read: set[str] = set()  # noqa: RUF012 - one for all, on purpose

    def get(self, key: str, *rest: Any, **more: Any) -> Any:
        """Give a word's value, and note that it was asked for."""
        self.read.add(key)
        return super().get(key, *rest, **more)


def live(built: Built) -> list[tuple[Operation, str]]:
    from webapp.api.reference.examples import live_url

    told = built.document["paths"]
    pairs = [(one, live_url(one, told[one.path][one.method.lower()])) for one in built.operations]
    return [(one, url) for one, url in pairs if url]


def test_an_answer_is_of_the_type_and_reads_the_words_it_says(
    built: Built, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Noted(Request):
        parameter_storage_class = Noting

    monkeypatch.setattr(app, "request_class", Noted)
    client, encode, kinds = app.test_client(), msgspec.json.encode, []

    def noting(page: object, *rest: Any, **more: Any) -> bytes:
        kinds.append(type(page))
        return encode(page, *rest, **more)

    answered = 0
    for one, url in live(built):
        kinds.clear()
        Noting.read = set()
        with patch("webapp.core.pages.msgspec.json.encode", noting):
            answer = client.get(f"{url}?unknown={one.id}")
        if answer.status_code != 200 or one.said.partly or one.said.page is dict:
            continue
        answered += 1
        assert kinds[-1] is one.said.page, url
        assert Noting.read - set(one.said.query) <= OTHERS, url
    assert answered > 50


def test_an_unchanged_answer_is_a_304_and_a_page_s_etag_is_not_the_api_s(
    built: Built, client: FlaskClient
) -> None:
    del built
    first = client.get("/api/v1/deadlock/matches/101/combat")
    again = client.get(
        "/api/v1/deadlock/matches/101/combat", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (first.status_code, again.status_code) == (200, 304)
    assert first.get_json() == client.get("/deadlock/matches/101/combat.json").get_json()


def test_every_answer_bears_the_etag_the_document_promises(
    built: Built, client: FlaskClient
) -> None:
    unchanged = 0
    for one, url in live(built):
        said = built.document["paths"][one.path][one.method.lower()]["responses"]
        if "ETag" not in said[str(one.said.status)]["headers"]:
            continue
        first = client.get(url)
        if first.status_code != 200:
            continue
        assert "ETag" in first.headers, url
        again = client.get(url, headers={"If-None-Match": first.headers["ETag"]})
        if url not in TELLS_WHEN:
            assert again.status_code == 304, url
            unchanged += 1
        other = client.get(url, headers={"If-None-Match": '"another"'})
        assert other.status_code == 200, url
    assert unchanged > 50


MADE = (
    "/api/v1/deadlock",
    "/deadlock/matches/101/tables/scoreboard.csv",
    "/deadlock/matches/101/positions.parquet",
    "/dota2/matches/201/analysis.json",
    "/lol/champions.csv",
)


def test_what_is_made_for_a_request_is_known_by_its_bytes(
    built: Built, client: FlaskClient
) -> None:
    del built
    for path, coding in product(MADE, ("identity", "zstd")):
        packed = {"Accept-Encoding": coding}
        first = client.get(path, headers=packed)
        assert first.status_code == 200, path
        assert first.headers.get("Content-Encoding", "identity") in {coding, "identity"}
        again = client.get(path, headers=packed | {"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b""), (path, coding)
        assert again.headers["ETag"] == first.headers["ETag"]
        assert "Accept-Encoding" in again.headers["Vary"]


def test_the_document_is_held_and_names_its_samples(built: Built, client: FlaskClient) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer.get_json()["openapi"] == "3.1.0"
    tag = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/api/v1/openapi.json", headers=tag).status_code == 304
    combat = answer.get_json()["paths"]["/api/v1/deadlock/matches/{match_id}/combat"]["get"]
    first = combat["parameters"][0]
    assert (first["example"], first["schema"]["minimum"]) == (101, 1)
    assert len(built.body) < 800_000


def test_a_steam_number_leads_to_the_account_in_the_same_form(client: FlaskClient) -> None:
    for game in ("deadlock", "dota2"):
        answer = client.get(f"/api/v1/{game}/players/76561197960265729")
        assert answer.headers["Location"] == f"/api/v1/{game}/players/1"
        page = client.get(f"/{game}/players/76561197960265729.json")
        assert page.headers["Location"] == f"/{game}/players/1.json"


def test_search_answers_as_the_box_does(client: FlaskClient) -> None:
    told = client.get("/api/v1/search?q=7000000001").get_json()
    assert told["choices"] == client.get("/open.json?q=7000000001").get_json()["choices"]
    assert told["choices"][0]["url"] == "/dota2/matches/7000000001"


def test_people_find_an_operation_by_words_and_read_it_whole(
    built: Built, client: FlaskClient
) -> None:
    every = client.get("/api").text
    assert all(f'href="/api/operations/{one.id}"' in every for one in built.operations)
    found = client.get("/api?q=dota2+combat").text
    assert "1 found" in found
    assert "/api/operations/dota2_combat" in found
    assert '<h2 class="hidden">Operations</h2>' in client.get("/api?q=zzz").text
    assert "No operation has all these words" in client.get("/api?q=zzz").text
    for one in built.operations:
        page = client.get(f"/api/operations/{one.id}")
        assert page.status_code == 200, one.id
        assert "curl" in page.text
    assert client.get("/api/operations/nothing").status_code == 404


def test_the_tables_of_the_reference_are_files(built: Built, client: FlaskClient) -> None:
    every, found = client.get("/api").text, client.get("/api?q=dota2+combat").text
    assert 'href="/api/operations.csv" download' in every
    assert 'href="/api/operations.csv?q=dota2%20combat" download' in found
    assert "/api/operations.csv" not in client.get("/api?q=zzz").text
    lines = csv_rows(client, "/api/operations.csv")
    assert {one["id"] for one in lines} == {one.id for one in built.operations}
    assert [one["id"] for one in csv_rows(client, "/api/operations.csv?q=dota2%20combat")] == [
        "dota2_combat"
    ]
    assert "404" in {one["status"] for one in csv_rows(client, "/api/problems.csv")}
    assert list(without_csv(every, 1)) == []
    assert client.get("/api/operations/nothing/answers.csv").status_code == 404
    assert client.get("/api/operations/dota2_combat/nothing.csv").status_code == 404


@pytest.mark.parametrize("operation_id", ["dota2_combat", "lol_begin_talk", "get_me"])
def test_the_tables_of_an_operation_are_files(client: FlaskClient, operation_id: str) -> None:
    page = client.get(f"/api/operations/{operation_id}").text
    assert list(without_csv(page, 1)) == []
    linked = re.findall(r'href="(/api/operations/[^"]+\.csv)" download', page)
    rows = sum(len(csv_rows(client, one)) for one in sorted(set(linked)))
    tables = Tables()
    tables.feed(page)
    assert rows == sum(count for one in tables.sections for _, count in one.tables)


def test_the_reference_tells_the_limits_there_are_and_when_they_hold_less(
    client: FlaskClient,
) -> None:
    _, _, rest = client.get("/api").text.partition('id="limits-head"')
    limits = rest.partition("</section>")[0]
    costly = (*COSTLY.split("; "), *COSTLY_BY_PROGRAM.split("; "))
    for limit in (READS, READS_KNOWN, READS_BY_PROGRAM, *costly):
        many, _, span = limit.split()
        assert many in limits, limit
        assert span in limits, limit
    assert "each process counts for itself" in limits
    assert "each process counts for itself" in client.get("/api/v1/openapi.json").text


def test_an_operation_that_takes_something_says_what_and_how_it_is_sent(
    built: Built, client: FlaskClient
) -> None:
    taking = [one for one in built.operations if one.said.file or one.said.body]
    assert {"home_open_file", "lol_begin_talk", "exchange_token"} <= {one.id for one in taking}
    for one in taking:
        page = client.get(f"/api/operations/{one.id}").text
        assert "The body it takes" in page, one.id
        assert "-F file=@FILE" in page or not one.said.file, one.id
    assert "What should I work on first?" in client.get("/api/operations/lol_begin_talk").text
