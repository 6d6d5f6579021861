"""Line 4: no other site's page can change anything here; and no GET does (see the access table).

Instead of tokens in forms: the browser says where a request comes from, and a program brings its
token, beside which no cookie counts.
"""

from __future__ import annotations

from typing import Final

import pytest
from flask import Flask

from tests.access.addresses import ways_of
from tests.access.asking import address
from tests.access.forms import FORMS
from tests.access.people import sit_down
from tests.security.test_14_things_of_others import rows_of

SAFE: Final = {"GET", "HEAD", "OPTIONS"}
EXEMPT: Final[set[tuple[str, str]]] = set()
"""Ways that another site's page may use to change something: none."""
FOREIGN: Final = (
    {},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "null"},
    {"Origin": "https://evil.example"},
    {"Origin": "https://localhost"},
    {"Origin": "http://localhost:1"},
    {"Origin": "http://localhost.evil.example", "Referer": "http://localhost/"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "cross-site", "HX-Request": "true", "X-Requested-With": "XMLHttpRequest"},
    {"Sec-Fetch-Site": "cross-site", "X-HTTP-Method-Override": "GET"},
)


def unsafe_ways(house: Flask) -> list[tuple[str, str, str]]:
    """Give every way that may change something: method, rule, endpoint."""
    found = [(*way, endpoint) for way, endpoint in sorted(ways_of(house).items())]
    return [way for way in found if way[0] not in SAFE and way[:2] not in EXEMPT]


@pytest.mark.timeout(300)
def test_04_another_sites_page_changes_nothing_for_whoever_is_signed_in(house: Flask) -> None:
    ada = sit_down(house, "owner")
    assert ada.person
    ways = unsafe_ways(house)
    paths = [address(house, rule, endpoint, ada.person) for _, rule, endpoint in ways]
    before = rows_of(house, ada.person)
    assert len(ways) > 80
    for (method, _, endpoint), path in zip(ways, paths, strict=True):
        for headers in FOREIGN:
            sent = FORMS.get(endpoint, {})
            answer = ada.client.open(path, method=method, headers=headers, **sent)
            assert answer.status_code == 403, (path, headers)
    assert rows_of(house, ada.person) == before


def test_04_beside_a_token_no_cookie_counts(house: Flask) -> None:
    ada = sit_down(house, "owner")
    assert ada.person
    foreign = {"Sec-Fetch-Site": "cross-site", "Authorization": "Bearer of nothing"}
    for method, rule, endpoint in unsafe_ways(house):
        path = address(house, rule, endpoint, ada.person)
        answer = ada.client.open(path, method=method, headers=foreign)
        wanted = {401} if path.startswith("/api/v1/") else {403}
        if path.startswith("/api/lol/"):  # open to programs without any account
            continue
        assert answer.status_code in wanted, path
    assert ada.client.get("/api/v1/me", headers=foreign).status_code == 401
    assert ada.client.get("/api/v1/me").status_code == 200


@pytest.mark.timeout(120)
def test_04_a_program_without_anything_is_asked_for_a_token_and_a_browser_is_not(
    house: Flask,
) -> None:
    ada, nobody = sit_down(house, "owner"), house.test_client()
    assert ada.person
    ways = unsafe_ways(house)
    paths = [address(house, rule, endpoint, ada.person) for _, rule, endpoint in ways]
    before = rows_of(house, ada.person)
    browsers = [headers for headers in FOREIGN if headers] + [{"Referer": "https://evil.example/"}]
    for (method, _, _), path in zip(ways, paths, strict=True):
        bare = nobody.open(path, method=method)
        if path.startswith("/api/v1/"):
            told = bare.status_code, bare.content_type, bare.headers.get("WWW-Authenticate")
            assert told == (401, "application/problem+json", 'Bearer realm="Guildhall"'), path
        else:
            assert bare.status_code == 403, path
        for headers in browsers:
            answer = nobody.open(path, method=method, headers=headers)
            assert answer.status_code == 403, (path, headers)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert nobody.open("/api/v1/nothing", method=method).status_code == 401
        assert nobody.open("/nothing", method=method).status_code == 403
        assert ada.client.open("/api/v1/me", method=method).status_code == 403
    assert rows_of(house, ada.person) == before


def test_04_no_other_site_is_let_read_with_somebodys_cookie(house: Flask) -> None:
    ada = sit_down(house, "owner")
    for path in ("/api/v1/me", "/account.json", "/", "/api/v1/openapi.json"):
        for method in ("GET", "OPTIONS"):
            asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
            answer = ada.client.open(path, method=method, headers=asked)
            allowed = {name for name in answer.headers.keys() if name.startswith("Access-Control")}  # noqa: SIM118 - headers repeat
            assert allowed == set(), path
