"""A large file comes to disk whole or not at all, whatever the server does."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from flask import Flask

from tests.core.asking import recorded
from tests.core.wire import Answer, drips, listening, resets, says, sends
from webapp.core.db import db
from webapp.core.http import FileClient, Route, Upstream
from webapp.core.http.addresses import is_loopback, is_public
from webapp.core.http.replies import Recorder
from webapp.core.upstream_errors import (
    Drifted,
    NotFound,
    Oversize,
    ServerFailed,
    Unavailable,
    UpstreamError,
    Walled,
)

ROUTE = Route("/files/{id}", "files", kind="bytes", max_bytes=100_000)
BODY = b"PBDEMS2\0" + bytes(50_000)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"


def files_for(base_url: str, *, local: bool = True) -> FileClient:
    upstream = Upstream("test-files", "The file server", base_url)
    return FileClient(
        upstream=upstream,
        recorder=Recorder(db.engine),
        walls=lambda _url: is_loopback if local else is_public,
        user_agent="Guildhall/test",
        request_id=lambda: "request-of-a-test",
    )


def test_a_file_comes_as_it_is(app: Flask, tmp_path: Path) -> None:
    del app
    path = tmp_path / "file"
    with listening(says("200 OK", BODY)) as server:
        came = files_for(server.url).fetch(f"{server.url}/files/7", path, ROUTE, seconds=5)
    assert path.read_bytes() == BODY
    assert (came.bytes, came.sha256) == (len(BODY), hashlib.sha256(BODY).hexdigest())
    assert "accept-encoding: identity" in server.heads[0].lower()
    [row] = recorded()
    assert (row.outcome, row.status, row.bytes) == ("ok", 200, len(BODY))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (says("404 Not Found"), NotFound),
        (says("503 Busy"), ServerFailed),
        (says("302 Found", Location="http://169.254.169.254/"), Drifted),
        (says("204 Nothing"), Unavailable),
        (says("200 OK", bytes(200_000)), Oversize),
        (sends(HEAD + b"\r\n" + bytes(200_000)), Oversize),
        (sends(HEAD + b"Content-Length: 50008\r\n\r\n" + BODY[:1000]), Unavailable),
        (says("200 OK", BODY, Content_Encoding="gzip"), Drifted),
        (sends(b"nonsense\r\n\r\n"), Unavailable),
        (resets(HEAD + b"Content-Length: 50008\r\n\r\n" + BODY[:1000]), Unavailable),
    ],
)
def test_anything_else_is_a_named_error_and_leaves_nothing(
    app: Flask, tmp_path: Path, answer: Answer, error: type[UpstreamError]
) -> None:
    del app
    with listening(answer) as server, pytest.raises(error) as caught:
        files_for(server.url).fetch(f"{server.url}/files/7", tmp_path / "f", ROUTE, seconds=5)
    assert type(caught.value) is error
    assert caught.value.sentence.startswith("The file server")
    assert list(tmp_path.iterdir()) == []
    assert [row.outcome for row in recorded()] == [error.outcome]


def test_a_slow_drip_ends_with_the_time_for_all(app: Flask, tmp_path: Path) -> None:
    del app
    begun = time.monotonic()
    first = HEAD + b"Content-Length: 50008\r\n\r\n"
    with listening(drips(first, BODY)) as server, pytest.raises(Unavailable, match="in time"):
        files_for(server.url).fetch(f"{server.url}/files/7", tmp_path / "f", ROUTE, seconds=0.6)
    assert time.monotonic() - begun < 5
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_leads_inside_is_not_called(app: Flask, tmp_path: Path) -> None:
    del app
    client = files_for("https://replay.invalid", local=False)
    with listening(says("200 OK", BODY)) as server, pytest.raises(Walled):
        client.fetch(f"{server.url}/files/7", tmp_path / "f", ROUTE, seconds=2)
    assert server.connections == 0


def test_a_full_disk_leaves_nothing_either(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app

    def full(_self: Path, _mode: str) -> None:
        raise OSError(28, "No space left on device")

    with listening(says("200 OK", BODY)) as server:
        client = files_for(server.url)
        with monkeypatch.context() as patches:
            patches.setattr(Path, "open", full)
            with pytest.raises(OSError, match="No space"):
                client.fetch(f"{server.url}/files/7", tmp_path / "f", ROUTE, seconds=5)
    assert list(tmp_path.iterdir()) == []
