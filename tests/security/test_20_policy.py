"""Line 20: the policy stands on every answer: pages, files, lists, pictures, feeds and errors.

What every address answers to each of seven is looked at where the access table is asked
(`promised` in tests/access/asking.py); here is what no table asks.
"""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.access.asking import promised
from webapp.core.security import CONTENT_SECURITY_POLICY

OURS = {"Sec-Fetch-Site": "same-origin"}
ERRORS = {
    400: ("GET", "/account/merge?x=%00", {"Host": "evil.example"}),
    403: ("POST", "/open", {"Sec-Fetch-Site": "cross-site"}),
    404: ("GET", "/no/such/page", {}),
    405: ("DELETE", "/", OURS),
    303: ("GET", "/account", {}),
    401: ("GET", "/account.json", {}),
    308: ("GET", "/deadlock//heroes", {}),
}


@pytest.mark.parametrize("status", ERRORS)
def test_20_every_kind_of_error_carries_the_policy(client: FlaskClient, status: int) -> None:
    method, path, headers = ERRORS[status]
    answer = client.open(path, method=method, headers=headers)
    assert answer.status_code == status, answer.text
    promised(answer, path)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "BREW"])
def test_20_every_method_is_answered_with_the_policy(client: FlaskClient, method: str) -> None:
    for path in ("/", "/deadlock", "/healthz", "/favicon.ico", "/api/v1/search", "/nope"):
        promised(client.open(path, method=method, headers=OURS), path)


@pytest.mark.parametrize("kind", [{}, {"HX-Request": "true"}, {"Accept": "application/json"}])
def test_20_every_form_of_an_answer_carries_it(client: FlaskClient, kind: dict[str, str]) -> None:
    for path in ("/", "/deadlock", "/nope", "/api/v1/nope", "/robots.txt", "/sitemap.xml"):
        promised(client.get(path, headers=kind), path)


def test_20_an_answer_from_what_is_held_carries_it(client: FlaskClient) -> None:
    first = client.get("/robots.txt")
    again = client.get("/robots.txt", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    promised(again, "/robots.txt")


def test_20_the_policy_allows_nothing_inline_and_nobody_else(app: Flask) -> None:
    assert app
    for loose in ("unsafe", "http:", "https:", "*", "blob:", "nonce-", "strict-dynamic"):
        assert loose not in CONTENT_SECURITY_POLICY
