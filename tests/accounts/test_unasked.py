"""A page that is the same for every reader does not look who reads it."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.people import person, sign_in
from webapp.accounts.store import sessions


def nobody_asks(_session_id: str) -> None:
    raise AssertionError("a session was looked up")


@pytest.mark.parametrize("path", ["/", "/open?q=7", "/deadlock", "/healthz", "/nothing/here"])
def test_a_page_for_everybody_asks_nothing_of_a_readers_session(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    sign_in(client, person("Ada"))
    monkeypatch.setattr(sessions, "load_session", nobody_asks)
    answer = client.get(path)
    assert answer.status_code in {200, 404}
    assert "Cookie" not in answer.headers.get("Vary", "")
