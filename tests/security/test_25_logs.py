"""Line 25: whatever a name holds, a log line is one line of JSON; no planted secret is in any."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from flask.testing import FlaskClient

from tests.conftest import ROOT

NAMES = {
    "line ends": 'Ada\r\n{"event": "admin signed in"}',
    "colours": "\x1b[2J\x1b[31mAda\x1b[0m",
    "one line feed": "Ada\nBo",
    "other line ends": "Ada\u2028Bo\u2029Cy\u0085Di\x0b\x0c",
    "turned around": "\u202eadA",
    "a NUL": "Ada\x00",
    "half a letter": "Ada\ud800",
}
SAY = """
import json, logging, sys
import structlog
from webapp.core.logs import configure_logs
configure_logs("info")
for name in json.loads(sys.argv[1]):
    structlog.get_logger().info("signed in", name=name)
    logging.getLogger("other").warning("signed in %s", name)
    try:
        raise ValueError(name)
    except ValueError:
        structlog.get_logger().exception("failed", name=name)
"""


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    """Give what a process logged about people of such names, its lines ended as by any reader."""
    done = subprocess.run(
        [sys.executable, "-c", SAY, json.dumps(list(NAMES.values()))],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_25_each_event_is_one_line_of_json(lines: list[bytes]) -> None:
    assert len(lines) == 3 * len(NAMES)
    for line in lines:
        assert json.loads(line)["level"] in {"info", "warning", "error"}


def test_25_nothing_moves_the_readers_terminal(lines: list[bytes]) -> None:
    assert [line for line in lines if any(byte < 0x20 or byte == 0x7F for byte in line)] == []
    text = b"\n".join(lines).decode()
    assert not set(text) & set("\u2028\u2029\u0085\u202e")


def test_25_a_name_comes_back_as_it_was(lines: list[bytes]) -> None:
    told = [json.loads(line) for line in lines]
    assert [one["name"] for one in told if one["event"] == "signed in"] == list(NAMES.values())


def test_25_a_failure_at_a_secret_address_does_not_log_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("webapp.accounts.routes.link.link_page", lambda _secret: 1 / 0)
    assert client.get("/sign-in/link/planted-7f3a").status_code == 500
    said = capsys.readouterr().out
    assert "request failed" in said
    assert "planted-7f3a" not in said
    assert "/sign-in/link/<secret>" in said
