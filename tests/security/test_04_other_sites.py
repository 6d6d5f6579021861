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


def test_04_no_other_site_is_let_read_with_somebodys_cookie(house: Flask) -> None:
    ada = sit_down(house, "owner")
    for path in ("/api/v1/me", "/account.json", "/", "/api/v1/openapi.json"):
        for method in ("GET", "OPTIONS"):
            asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
            answer = ada.client.open(path, method=method, headers=asked)
            allowed = {name for name in answer.headers.keys() if name.startswith("Access-Control")}  # noqa: SIM118 - headers repeat
            assert allowed == set(), path
