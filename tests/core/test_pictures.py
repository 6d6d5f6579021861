"""Our copies of pictures: taken when their bytes say so, served for good, missing without harm."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import NotFound as NoPage

from webapp.core.objects import current_objects
from webapp.core.pictures import Album, address_of
from webapp.core.upstream_errors import Drifted, NotFound, Unavailable
from webapp.simulator.art import draw

ALBUM = Album("toys/art")
PNG = draw("toy", "ball", "png")
NOT_KEPT = (b"", b"<html>", b"<svg onload='alert(1)'/>", b"GIF89a", b"\x89PNG")


def test_a_picture_is_kept_once_under_its_bytes_and_served_for_good(app: Flask) -> None:
    with app.test_request_context():
        key = ALBUM.keep(PNG)
        assert ALBUM.keep(PNG) == key
        assert address_of(key) == f"/{key}"
        answer = ALBUM.send(key.rpartition("/")[2])
        assert (answer.data, answer.mimetype) == (PNG, "image/png")
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("body", NOT_KEPT)
def test_what_is_no_picture_by_its_bytes_is_not_kept(app: Flask, body: bytes) -> None:
    with app.app_context():
        before = list(current_objects().list("toys"))
        with pytest.raises(Drifted):
            ALBUM.keep(body)
        assert list(current_objects().list("toys")) == before


@pytest.mark.parametrize("name", ["", "x.png", "../secret", "a" * 24 + ".svg", "a" * 24 + ".png"])
def test_only_a_name_of_ours_is_served(app: Flask, name: str) -> None:
    with app.test_request_context(), pytest.raises(NoPage):
        ALBUM.send(name)


def test_what_is_missing_is_fetched_in_order_and_at_most_so_many(client: FlaskClient) -> None:
    del client
    asked: list[str] = []

    def fetch(name: str) -> bytes:
        asked.append(name)
        if name == "gone":
            raise NotFound("There is no such picture.")
        return draw("toy", name, "png")

    art = ALBUM.fetch_missing({"here": "k"}, ("b", "here", "gone", "b", "a", "c"), fetch, most=3)
    assert asked == ["b", "gone", "a"]
    assert (set(art), art["here"]) == ({"here", "a", "b"}, "k")


def test_an_upstream_that_is_away_ends_it_and_what_came_stays(client: FlaskClient) -> None:
    del client

    def fetch(name: str) -> bytes:
        if name == "two":
            raise Unavailable("It is away.")
        return PNG

    assert set(ALBUM.fetch_missing({}, ("one", "two", "three"), fetch, most=9)) == {"one"}
