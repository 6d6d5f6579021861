"""Lists go on: Link says where, by addresses that work, and nothing is told twice or lost."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.lists import LISTS, MANY, two_at_once
from tests.people import person, sign_in
from webapp.api.document.build import build_document
from webapp.core.paging import is_paged
from webapp.core.problems import BELOW
from webapp.core.settings import current_settings
from webapp.core.twins import twin_of

LINK = re.compile(r'<([^<>]+)>; rel="(first|prev|next|last)"')
MIRRORED = {name: name.replace(".", "_") for name in LISTS}


def ways_of(answer: TestResponse) -> dict[str, str]:
    """Read where a list goes on, each address without the house's own."""
    told = LINK.findall(answer.headers["Link"])
    assert len(told) == answer.headers["Link"].count("rel=")
    home = current_settings().public_url
    assert all(url.startswith(f"{home}/") for url, _ in told)
    return {rel: url.removeprefix(home) for url, rel in told}


def test_every_operation_that_is_paged_is_walked_here_and_says_so(app: Flask) -> None:
    with app.test_request_context():
        built = build_document()
    paged = [one for one in built.operations if one.method == "GET" and is_paged(one.said.query)]
    walked = {f"api_v1.{name}" for name in MIRRORED.values()} | {*LISTS}
    assert {f"api_v1.{one.id}" for one in paged} <= walked
    assert len(paged) >= 4
    for one in paged:
        answer = built.document["paths"][one.path]["get"]["responses"]["200"]
        assert "Link" in answer["headers"], one.path


def test_every_page_with_pages_of_rows_is_walked_here(app: Flask) -> None:
    paged = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.endswith(".json")
        if (twin := twin_of(app.view_functions[rule.endpoint])) and is_paged(twin.query)
    }
    assert len(paged) >= 4
    assert paged <= {*LISTS}


def addresses() -> list[tuple[str, str]]:
    """Give each list at each of its addresses: the twin of its page, and the API's."""
    found = []
    for name, kept in LISTS.items():
        own = kept.url.startswith(BELOW)
        found.append((name, kept.url if own else f"{kept.url}.json"))
        if kept.numbered and kept.mirrored:
            found.append((name, BELOW + kept.url))
    return found


@pytest.mark.parametrize(("name", "url"), addresses())
def test_following_next_tells_everything_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, name: str, url: str
) -> None:
    kept, di = LISTS[name], person("Di")
    sign_in(client, di)
    kept.make(di)
    two_at_once(monkeypatch)
    pages, steps, here = [], [], url
    while here:
        answer = client.get(here)
        pages.append([kept.name(row) for row in answer.get_json()[kept.rows]])
        steps.append(ways_of(answer))
        here = steps[-1].get("next", "")
    told = [one for page in pages for one in page]
    assert [len(page) for page in pages] == [2] * (len(told) // 2) + [1] * (len(told) % 2)
    assert len(set(told)) == len(told) == MANY + kept.more
    for step in steps:
        first = client.get(step["first"]).get_json()[kept.rows]
        assert [kept.name(row) for row in first] == pages[0]
        assert ("prev" in step, "last" in step) == (
            kept.numbered and step is not steps[0],
            kept.numbered,
        )
    if kept.numbered:
        last = client.get(steps[0]["last"])
        assert [kept.name(row) for row in last.get_json()[kept.rows]] == pages[-1]
        back = client.get(steps[-1]["prev"]).get_json()[kept.rows]
        assert [kept.name(row) for row in back] == pages[-2]


def test_the_way_on_keeps_what_the_list_was_narrowed_by_and_nothing_else(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = LISTS["deadlock.player"]
    kept.make(person("Ada"))
    two_at_once(monkeypatch)
    ways = ways_of(client.get(f"{BELOW}{kept.url}?result=lost&nonsense=%0d%0aX:1&page=1"))
    assert ways["next"] == f"{BELOW}{kept.url}?result=lost&page=2"
    assert "nonsense" not in str(ways)


def test_a_page_for_people_is_not_fetched_ahead(client: FlaskClient) -> None:
    kept = LISTS["deadlock.player"]
    kept.make(person("Ada"))
    assert "Link" not in client.get(kept.url).headers
    assert "Link" in client.get(kept.url, headers={"Accept": "application/json"}).headers
