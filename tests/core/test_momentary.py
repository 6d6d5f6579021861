"""What may be a moment old: found once for all who ask meanwhile, anew afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier, Event

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from tests.core.test_embedded import until
from tests.games import games_here
from webapp.core import momentary
from webapp.core.momentary import Momentary

APP = Flask(__name__)
NAMES = count()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give the time of day, to be moved."""
    now = [100.0]
    monkeypatch.setattr(momentary.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(momentary, "LONGEST_S", 5.0)
    return now


def test_it_is_found_once_until_its_time_is_over(clock: list[float]) -> None:
    held, found = Momentary[int](f"{next(NAMES)}", 2), count()
    with APP.app_context():
        assert [held.get(found.__next__) for _ in range(3)] == [0, 0, 0]
        clock[0] += 1.9
        assert held.get(found.__next__) == 0
        clock[0] += 0.1
        assert held.get(found.__next__) == 1


def test_keys_are_held_apart_and_not_without_end(clock: list[float]) -> None:
    del clock
    held, found = Momentary[int](f"{next(NAMES)}", 2, most=2), count()
    with APP.app_context():
        assert [held.get(found.__next__, key) for key in "abab"] == [0, 1, 0, 1]
        assert [held.get(found.__next__, key) for key in "cca"] == [2, 2, 3]


@pytest.mark.usefixtures("clock")
def test_many_who_ask_at_once_wait_for_one() -> None:
    held, found, together = Momentary[int](f"{next(NAMES)}", 2), count(), Barrier(8)

    def ask(_: int) -> int:
        with APP.app_context():
            together.wait()
            return held.get(found.__next__)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {0}


def test_who_comes_while_it_is_found_anew_gets_the_last_one(clock: list[float]) -> None:
    held, found = Momentary[int](f"{next(NAMES)}", 2), count()

    def find() -> int:
        meanwhile.append(held.get(lambda: 7))
        return next(found)

    meanwhile: list[int] = []
    with APP.app_context():
        assert held.get(found.__next__) == 0
        clock[0] += 3
        assert (held.get(find), meanwhile) == (1, [0])
        assert held.get(lambda: 7) == 1


def test_what_is_found_beside_is_waited_for_by_nobody(clock: list[float]) -> None:
    held, found, may_look, looked = Momentary[int]("beside", 2, beside=True), count(), Event(), []

    def find() -> int:
        may_look.wait(10)
        looked.append(request.path)
        return next(found)

    with APP.test_request_context("/there"):
        assert held.get(found.__next__) == 0
        clock[0] += 3
        assert [held.get(find), held.get(find)] == [0, 0]
        may_look.set()
        assert until(lambda: held.get(find) == 1)
    assert looked == ["/there"]


def test_what_fails_beside_is_tried_again_and_fails_before_readers_once_it_is_too_old(
    clock: list[float],
) -> None:
    held, tried = Momentary[int]("failing", 2, beside=True), count()

    def fail() -> int:
        return 1 // (0 * next(tried))

    with APP.test_request_context():
        assert held.get(lambda: 7) == 7
        clock[0] += 3
        assert until(lambda: held.get(fail) == 7 and next(tried) > 2)
        clock[0] += 2
        with pytest.raises(ZeroDivisionError):
            held.get(fail)


def test_where_no_thread_is_to_be_had_the_next_who_comes_tries_again(clock: list[float]) -> None:
    held = Momentary[int](f"{next(NAMES)}", 2, beside=True)
    with APP.app_context():
        assert held.get(lambda: 7) == 7
        clock[0] += 3
        assert held.get(lambda: 8) == 7  # no request to copy either
    clock[0] += 2
    with APP.app_context():
        assert held.get(lambda: 8) == 8


def test_what_is_not_there_is_looked_for_again(clock: list[float]) -> None:
    del clock
    held = Momentary[int | None](f"{next(NAMES)}", 2)
    with APP.app_context():
        assert [held.get(lambda: None), held.get(lambda: 7), held.get(lambda: 8)] == [None, 7, 7]


def test_what_could_not_be_found_is_looked_for_again(clock: list[float]) -> None:
    del clock
    held = Momentary[int](f"{next(NAMES)}", 2)
    with APP.app_context():
        with pytest.raises(ZeroDivisionError):
            held.get(lambda: 1 // 0)
        assert held.get(lambda: 7) == 7


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("path", ["/", *(f"/{game}" for game in games_here())])
def test_a_front_is_the_same_for_a_moment_in_each_form(client: FlaskClient, path: str) -> None:
    twin = "/index.json" if path == "/" else f"{path}.json"
    first = [client.get(path), client.get(twin)]
    again = [client.get(path), client.get(twin)]
    assert [one.data for one in first] == [one.data for one in again]
    assert [one.mimetype for one in again] == ["text/html", "application/json"]
    assert again[0].headers["Cache-Control"] == "no-cache"
