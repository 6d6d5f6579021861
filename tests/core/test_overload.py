"""So many inside, so many in line, and everybody else told at once when to come back."""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

import pytest
from werkzeug.test import Client

from webapp.app import create_app
from webapp.config import Settings
from webapp.core import overload
from webapp.core.overload import WAITING, WORKING, Door, Refusal
from webapp.core.security import HEADERS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

REFUSAL: Final = Refusal(
    b"whole --------", b"part --------", b'{"id":"--------"}', {"Retry-After": "2"}
)
LONG_S: Final = 20.0


class SlowPage:
    """An app whose answers wait until they may go; says how many are inside."""

    def __init__(self) -> None:
        self.may_go = threading.Event()
        self.inside = threading.Semaphore(0)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer when told to; a sign of life at once."""
        if environ["PATH_INFO"] != "/healthz":
            self.inside.release()
            self.may_go.wait(LONG_S)
        if environ["PATH_INFO"] == "/broken":
            raise ValueError("broken")
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"answered"]


class Crowd:
    """Many readers who ask at once, each in a thread; their statuses when all are answered."""

    def __init__(self, turns: Door) -> None:
        self._turns = turns
        self._statuses: list[int] = []
        self._threads: list[threading.Thread] = []

    def ask(self, count: int) -> None:
        """Let so many more ask."""
        fresh = [threading.Thread(target=self._one) for _ in range(count)]
        self._threads += fresh
        for thread in fresh:
            thread.start()

    def statuses(self) -> list[int]:
        """Wait for every answer."""
        for thread in self._threads:
            thread.join(LONG_S)
        return self._statuses

    def _one(self) -> None:
        self._statuses.append(Client(self._turns).get("/page").status_code)


@pytest.fixture
def slow() -> Iterator[SlowPage]:
    page = SlowPage()
    yield page
    page.may_go.set()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overload, "PATIENCE_S", LONG_S)


def filled(slow: SlowPage) -> tuple[Door, Crowd]:
    """Fill every place: inside and in line."""
    turns = Door(slow, REFUSAL)
    crowd = Crowd(turns)
    crowd.ask(WORKING + WAITING)
    for _ in range(WORKING):
        assert slow.inside.acquire(timeout=LONG_S)
    until(lambda: not turns.has_room())
    return turns, crowd


def until(true: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not true():
        pause.wait(0.005)


@pytest.mark.usefixtures("patient")
def test_one_too_many_is_told_at_once_when_to_return(slow: SlowPage) -> None:
    turns, crowd = filled(slow)
    answer = Client(turns).get("/page")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    slow.may_go.set()
    assert crowd.statuses() == [200] * (WORKING + WAITING)


@pytest.mark.usefixtures("patient")
def test_no_more_are_worked_on_than_there_are_places(slow: SlowPage) -> None:
    filled(slow)
    assert not slow.inside.acquire(timeout=0.02)


@pytest.mark.usefixtures("patient")
def test_a_full_house_still_gives_a_sign_of_life(slow: SlowPage) -> None:
    turns, _ = filled(slow)
    assert Client(turns).get("/healthz").status_code == 200


@pytest.mark.usefixtures("patient")
def test_when_the_crowd_is_gone_all_is_as_before(slow: SlowPage) -> None:
    turns, crowd = filled(slow)
    slow.may_go.set()
    crowd.statuses()
    again = Crowd(turns)
    again.ask(WORKING)
    assert again.statuses() == [200] * WORKING


def test_who_waits_in_line_too_long_is_told_so(
    slow: SlowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overload, "PATIENCE_S", 0.01)
    turns = Door(slow, REFUSAL)
    crowd = Crowd(turns)
    crowd.ask(WORKING)
    for _ in range(WORKING):
        assert slow.inside.acquire(timeout=LONG_S)
    assert Client(turns).get("/page").status_code == 503
    slow.may_go.set()
    assert crowd.statuses() == [200] * WORKING


def test_a_page_that_breaks_gives_its_place_back(slow: SlowPage) -> None:
    slow.may_go.set()
    client = Client(Door(slow, REFUSAL))
    for _ in range(WORKING + WAITING + 1):
        with pytest.raises(ValueError, match="broken"):
            client.get("/broken")
    assert client.get("/page").status_code == 200


@pytest.fixture
def refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Give a house without a database in which everybody is refused."""
    monkeypatch.setattr(overload, "WAITING", -WORKING)
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:9/nothing"
    return Client(create_app(dataclasses.replace(settings, database_url=nowhere)))


def test_a_refusal_needs_no_database_and_keeps_every_promise(refused: Client) -> None:
    answer = refused.get("/deadlock", headers={"X-Request-ID": "abcdefgh"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "2"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Request-ID"] == "abcdefgh"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "<h1>Too many readers at once</h1>" in answer.text
    assert "abcdefgh" in answer.text


def test_a_refusal_is_a_part_where_a_part_is_swapped_in(refused: Client) -> None:
    partial = {"HX-Request": "true", "HX-Request-Type": "partial"}
    part = refused.get("/deadlock", headers=partial).text
    assert part.strip().startswith("<section")
    assert "<html" not in part


@pytest.mark.parametrize("path", ["/deadlock.json", "/api/v1/anything"])
def test_a_program_is_refused_in_json(refused: Client, path: str) -> None:
    said = json.loads(refused.get(path).data)
    assert said["status"] == 503
    assert said["request_id"]


def test_a_strange_request_id_is_not_repeated(refused: Client) -> None:
    answer = refused.get("/", headers={"X-Request-ID": "<script>alert(1)</script>"})
    assert "<script>" not in answer.text


def test_refusals_are_counted(refused: Client) -> None:
    before = overload.REFUSED.labels("no room")._value.get()  # noqa: SLF001 - has no public reader
    refused.get("/")
    assert overload.REFUSED.labels("no room")._value.get() == before + 1  # noqa: SLF001
