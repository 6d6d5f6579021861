"""An answer of the coach is seen while its service still speaks, and ends at its cap."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.archive import OURS, done
from tests.lol.test_coach import service, words
from tests.lol.test_summoner_pages import ADA_ID, known
from tests.lol.test_summoner_pages import URL as WHO
from webapp.core.db import db
from webapp.core.settings import EXTENSION
from webapp.core.talking import MOST_TOKENS
from webapp.jobs.models import JobRun
from webapp.lol.domain.coach import LONGEST_ANSWER
from webapp.lol.ingest import coach
from webapp.lol.store import accounts

LAST = "That was all."
GIVE_UP_S = 20.0
pytestmark = pytest.mark.usefixtures("app")


class Speaker:
    """A service that goes on speaking, a word at a time, until somebody has heard it."""

    def __init__(self) -> None:
        self.heard, self.over = threading.Event(), threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
        """Begin, go on until heard, and say a last sentence."""
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response("200 OK", [("Content-Type", "text/event-stream")])
        yield event("First ")
        for _ in range(int(GIVE_UP_S / 0.05)):
            if self.heard.wait(0.05):
                break
            yield event("more ")
        self.over.set()
        yield event(LAST)
        yield b"data: [DONE]\n\n"


class Quiet(WSGIRequestHandler):
    """Tell nobody who asked what."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def event(said: str) -> bytes:
    return f"data: {json.dumps(words(said)[0])}\n\n".encode()


@contextmanager
def speaking(app: Flask) -> Iterator[Speaker]:
    """Run a service whose words go out one by one, as the coach's."""
    speaker, before = Speaker(), app.extensions[EXTENSION]
    server = make_server("127.0.0.1", 0, speaker, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    app.extensions[EXTENSION] = replace(
        before,
        llm_base_url=f"http://127.0.0.1:{server.server_port}/v1",
        llm_api_key="a key",
        llm_model="a-model",
    )
    try:
        yield speaker
    finally:
        app.extensions[EXTENSION] = before
        speaker.heard.set()
        server.shutdown()
        server.server_close()
        thread.join(GIVE_UP_S)


@pytest.fixture(autouse=True)
def summoner(app: Flask) -> None:
    """Keep a few games of somebody to talk about."""
    del app
    known(3)
    assert accounts.load_account(ADA_ID)


def asked(client: FlaskClient) -> tuple[str, uuid.UUID]:
    """Ask; gives the address of the talk, and the run that will answer."""
    answer = client.post(f"{WHO}/coach", data={"question": "Well?"}, headers=OURS)
    run = db.session.query(JobRun).filter_by(kind="lol.coach").one().id
    db.session.rollback()
    return answer.headers["Location"], run


@contextmanager
def answering(app: Flask, run_id: uuid.UUID) -> Iterator[None]:
    """Have a worker answer beside; its end is waited for."""

    def work() -> None:
        with app.app_context():
            done(run_id)
            db.session.remove()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield
    finally:
        worker.join(GIVE_UP_S)
        assert not worker.is_alive()


def seen(client: FlaskClient, url: str, there: Callable[[str], bool], speaker: Speaker) -> str:
    """Look at a talk as its page does, again and again, until something is there."""
    while not speaker.over.wait(0.1):
        page = client.get(url, headers={"HX-Request": "true", "HX-Target": "talk"}).text
        if there(page):
            return page
    raise AssertionError("nothing was seen while the service spoke")


def test_an_answer_is_seen_growing_while_the_service_speaks(
    app: Flask, client: FlaskClient
) -> None:
    with speaking(app) as speaker:
        url, run_id = asked(client)
        with answering(app, run_id):
            half = seen(client, url, lambda page: "First more" in page, speaker)
            grown = seen(client, url, lambda page: page.count("more") > half.count("more"), speaker)
            assert not speaker.over.is_set()
            speaker.heard.set()
        whole = client.get(url).text
    for page in (half, grown):
        assert LAST not in page
        assert "The coach is on it" in page
        assert 'hx-trigger="every 1s"' in page
    assert LAST in whole
    assert whole.count("more") >= grown.count("more")
    assert "every 1s" not in whole


def test_an_answer_ends_at_its_cap_while_it_grows_and_whole(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coach, "WRITE_EVERY_S", 0.0)
    written: list[int] = []
    save = coach.save_turns

    def watched(talk_id: uuid.UUID, turns: tuple[Any, ...]) -> None:
        written.append(len(turns[-1].text))
        save(talk_id, turns)

    monkeypatch.setattr(coach, "save_turns", watched)
    with service(app, lambda _: ("200 OK", words(*["x" * 1_000] * 9))) as told:
        url, run_id = asked(client)
        assert done(run_id).state == "done"
    assert told[0]["max_tokens"] == MOST_TOKENS
    assert sorted(set(written)) == [*range(1_000, LONGEST_ANSWER + 1, 1_000)]
    assert client.get(f"{url}.json").json["turns"][-1]["text"] == "x" * LONGEST_ANSWER
