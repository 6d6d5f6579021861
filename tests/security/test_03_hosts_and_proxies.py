"""Line 3: an unknown `Host` is refused; `X-Forwarded-*` counts only behind the configured proxy."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.access.things import sign_in_link
from tests.people import person
from webapp.accounts.models import AccountSession
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

OURS = {"Sec-Fetch-Site": "same-origin"}
FORGED = {
    "X-Forwarded-For": "6.6.6.6, 7.7.7.7",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/evil",
    "X-Forwarded-Port": "666",
    "X-Real-IP": "6.6.6.6",
    "X-Client-IP": "6.6.6.6",
    "Forwarded": "for=6.6.6.6;host=evil.example",
    "X-Original-Host": "evil.example",
    "X-Host": "evil.example",
}
PAGES = ("/", "/sign-in", "/deadlock", "/robots.txt", "/sitemap.xml", "/nope", "/styleguide")
HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.",
    "0.0.0.1",
    "[::",
    "",
    "a@127.0.0.1",
)


@pytest.fixture
def behind(app: Flask, settings: Settings) -> Iterator[Flask]:
    """Give the app as it is behind one proxy."""
    assert app
    behind = create_app(dataclasses.replace(settings, trusted_proxies=1))
    yield behind
    with behind.app_context():
        db.engine.dispose()


def address_noted(client: FlaskClient, headers: dict[str, str]) -> str:
    """Sign in with these headers; gives from where, as the session's row has it."""
    secret = sign_in_link(person("Ada"))
    assert client.post(f"/sign-in/link/{secret}", headers=OURS | headers).status_code == 303
    return db.session.scalars(select(AccountSession.address)).one()


@pytest.mark.parametrize("host", HOSTS)
def test_03_an_unknown_host_is_refused(client: FlaskClient, host: str) -> None:
    for path in PAGES:
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 400, path
        assert "//evil" not in answer.text
        assert "//127.0.0.1.evil" not in answer.text


def test_03_no_page_names_the_host_it_was_told_by_a_header(client: FlaskClient) -> None:
    for path in PAGES:
        answer = client.get(path, headers=FORGED)
        assert "evil" not in answer.text, path
        assert "evil" not in answer.headers.get("Location", "")
        assert (
            answer.text == client.get(path).text or "request_id" in answer.text or path == "/nope"
        )


def test_03_without_a_proxy_nobody_chooses_their_address(client: FlaskClient) -> None:
    assert address_noted(client, FORGED) == "127.0.0.1"


def test_03_behind_one_proxy_its_own_word_counts_and_no_earlier(behind: Flask) -> None:
    assert address_noted(behind.test_client(), FORGED) == "7.7.7.7"


def test_03_behind_a_proxy_the_host_is_still_ours(behind: Flask) -> None:
    answer = behind.test_client().get("/sitemap.xml", headers=FORGED)
    assert answer.status_code == 200
    assert "evil" not in answer.text
