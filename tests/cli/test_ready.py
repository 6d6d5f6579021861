"""When `up` takes the site for ready: as soon as pages answer, scheduler or not."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from webapp.cli.ports import free_port
from webapp.cli.up import pages_answer


@contextmanager
def answering(status: int, body: str) -> Iterator[str]:
    """Answer everything alike on a free port; gives its address."""
    server = make_server("127.0.0.1", 0, Response(body, status, mimetype="application/json"))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/readyz"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)


@pytest.mark.parametrize(
    ("status", "body", "answers"),
    [
        (200, json.dumps({"ready": True, "wrong": {}}), True),
        (503, json.dumps({"ready": False, "wrong": {"sweeper": "silent"}}), True),
        (503, json.dumps({"wrong": {"sweeper": "silent", "database": "away"}}), False),
        (503, json.dumps({"wrong": {"database": "away"}}), False),
        (503, json.dumps({"wrong": {}}), False),
        (503, json.dumps({"wrong": None}), False),
        (503, "[]", False),
        (503, "the server is starting", False),
    ],
)
def test_a_site_waits_for_everything_but_its_scheduler(
    status: int, body: str, *, answers: bool
) -> None:
    with answering(status, body) as url:
        assert pages_answer(url) is answers


def test_a_site_nobody_serves_does_not_answer() -> None:
    assert not pages_answer(f"http://127.0.0.1:{free_port()}/readyz")
