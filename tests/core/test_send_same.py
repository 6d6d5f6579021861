"""A page that says what it said before is not drawn again, and is never another page's."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from tests.deadlock.kept import keep
from webapp.core import pages
from webapp.core.bounded import Bounded
from webapp.core.db import db
from webapp.deadlock.store import players

ZSTD = {"Accept-Encoding": "zstd, gzip"}
TEMPLATE = "deadlock/people.html"


@dataclass(frozen=True)
class Told:
    """As little of a page as its drawing here needs."""

    word: str


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Draw pages as words alone; gives what was drawn."""
    words: list[str] = []

    def draw(_template: str, page: Told, _part: str | None, _status: int) -> pages.Answer:
        words.append(page.word)
        return pages.Answer(f"<p>{page.word}</p>".encode(), "text/html")

    monkeypatch.setattr(pages, "_answer", draw)
    monkeypatch.setattr(pages, "_said", Bounded(1 << 20, lambda held: len(held[1].body)))
    return words


def said(app: Flask, address: str, word: str, **headers: str) -> Response:
    with app.test_request_context(address, headers=headers):
        return pages.send_same(TEMPLATE, page=Told(word), part="people")


def test_what_is_said_again_is_drawn_once(app: Flask, drawn: list[str]) -> None:
    answers = [said(app, "/one", "ada", **ZSTD) for _ in range(3)]
    assert drawn == ["ada"]
    assert len({answer.data for answer in answers}) == 1
    assert len({answer.headers["ETag"] for answer in answers}) == 1


def test_what_says_something_else_is_drawn_anew_and_takes_its_place(
    app: Flask, drawn: list[str]
) -> None:
    tags = [said(app, "/one", word).headers["ETag"] for word in ("ada", "bea", "bea", "ada")]
    assert drawn == ["ada", "bea", "ada"]
    assert tags[0] == tags[3] != tags[1] == tags[2]
    held = pages._said._held  # noqa: SLF001 - what it says anew is not to lie beside what it said
    assert len(held) == 1


def test_every_address_query_and_form_is_a_page_of_its_own(app: Flask, drawn: list[str]) -> None:
    part = {"HX-Request": "true", "HX-Request-Type": "partial"}
    asked = [("/one", {}), ("/two", {}), ("/one?hero=3", {}), ("/one", part)]
    tags = [said(app, address, "ada", **headers).headers["ETag"] for address, headers in asked]
    assert len(drawn) == len(set(tags)) == len(asked)


@pytest.mark.parametrize("coding", ["zstd", "gzip", "identity"])
def test_whoever_has_it_is_told_so_in_every_coding(
    app: Flask, drawn: list[str], coding: str
) -> None:
    first = said(app, "/one", "ada", **{"Accept-Encoding": coding})
    known = {"Accept-Encoding": coding, "If-None-Match": first.headers["ETag"]}
    again, changed = (said(app, "/one", word, **known) for word in ("ada", "bea"))
    assert (first.status_code, again.status_code, changed.status_code) == (200, 304, 200)
    assert again.data == b""
    assert drawn == ["ada", "bea"]


def test_a_players_page_is_named_by_what_it_says(client: FlaskClient) -> None:
    keep(5602)
    told = client.get("/deadlock/matches/5602.json").json
    account = told["groups"][0]["rows"][0]["account_id"]
    first = client.get(f"/deadlock/players/{account}", headers=ZSTD)
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"/deadlock/players/{account}", headers=ZSTD | tag).status_code == 304
    players.save_profiles({account: "Ada of the East"})
    db.session.commit()
    again = client.get(f"/deadlock/players/{account}", headers=tag)
    assert (again.status_code, "Ada of the East" in again.text) == (200, True)
