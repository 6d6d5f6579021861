"""The stand-in archive as tests use it: order a fault, ask for work, do it, look at its end."""

from __future__ import annotations

import json
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete
from werkzeug.test import TestResponse

from tests.jobs.asked import row
from webapp.core.db import db
from webapp.core.models import ResponseCache
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from webapp.simulator.deadlock.bodies import Bodies
from worker.queues import KINDS

OURS = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True, slots=True)
class Archive:
    """A running stand-in, and the patches of the test that uses it."""

    url: str
    patches: pytest.MonkeyPatch

    def strike(self, pattern: str, fault: str, **more: object) -> None:
        """Order a fault for every request whose path fits."""
        self._control("POST", "/_ctl", {"path_pattern": pattern, "fault": fault, **more})

    def calm(self) -> None:
        """Take all faults back and forget what was asked."""
        self._control("DELETE", "/_ctl")
        self._control("DELETE", "/_log")

    def asked(self) -> list[dict[str, Any]]:
        """Give every request since the last calm."""
        found: list[dict[str, Any]] = self._control("GET", "/_log")
        return found

    def body(self, path: str) -> bytes:
        """Fetch what the archive gives to anyone."""
        with urllib.request.urlopen(f"{self.url}/deadlock{path}", timeout=30) as reply:  # noqa: S310 - our own simulator
            found: bytes = reply.read()
        return found

    def serve(self, body: bytes) -> None:
        """Answer every match with this body."""
        self.patches.setattr(Bodies, "metadata", lambda _self, _match_id: body)

    def serve_truly(self) -> None:
        """Answer with the true bodies again."""
        self.patches.undo()

    def _control(self, method: str, path: str, body: object = None) -> Any:
        sent = json.dumps(body).encode() if body else None
        request = urllib.request.Request(self.url + path, sent, method=method)  # noqa: S310 - our own simulator
        with urllib.request.urlopen(request, timeout=30) as reply:  # noqa: S310 - our own simulator
            return json.load(reply)


def forget_answers() -> None:
    """Forget what the archive answered before, so that it is asked again."""
    db.session.execute(delete(ResponseCache))
    db.session.commit()


def asked_run(client: FlaskClient, path: str, **headers: str) -> uuid.UUID:
    """Press a page's button; gives the run whose page it leads to."""
    answer = client.post(path, headers=OURS | headers)
    assert answer.status_code == 303, answer.text
    return uuid.UUID(answer.headers["Location"].removeprefix("/jobs/"))


def drop(client: FlaskClient, body: bytes, name: str | bytes = "7.meta.bz2") -> TestResponse:
    """Send a file as the house's form does, byte for byte and without any file of our own."""
    raw_name = name if isinstance(name, bytes) else name.encode()
    head = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="' + raw_name
    form = head + b'"\r\nContent-Type: application/octet-stream\r\n\r\n' + body + b"\r\n--cut--\r\n"
    return client.post(
        "/open", data=form, headers=OURS, content_type="multipart/form-data; boundary=cut"
    )


def sent(client: FlaskClient, body: bytes, name: str = "7.meta.bz2") -> JobRun:
    """Drop a file on the house and do the work it asks for."""
    answer = drop(client, body, name)
    assert answer.status_code == 303, answer.text
    return done(uuid.UUID(answer.headers["Location"].removeprefix("/jobs/")))


def done(run_id: uuid.UUID) -> JobRun:
    """Do a run as a worker would, once; gives its row afterwards."""
    assert perform(run_id, KINDS)
    return row(run_id)


def brought(client: FlaskClient, match_id: int) -> JobRun:
    """Ask for a match by its page's button and do the work."""
    return done(asked_run(client, f"/deadlock/matches/{match_id}/analysis"))
