"""Line 27: the queue reads JSON alone; its Valkey has a private socket, or wants a password."""

from __future__ import annotations

import ast
import stat
from pathlib import Path
from urllib.parse import urlsplit

import redis

from tests.conftest import ROOT


def test_27_the_embedded_valkey_has_no_port_and_a_private_socket(valkey_url: str) -> None:
    with redis.Redis.from_url(valkey_url) as client:
        told = client.config_get("*")
    assert told["port"] == "0"
    assert told["tls-port"] == "0"
    assert told["unixsocketperm"] == "700"
    socket = Path(urlsplit(valkey_url).path)
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.parent.stat().st_mode) & 0o007 == 0


def test_27_the_valkey_of_compose_wants_a_password_and_has_no_port_outside() -> None:
    text = (ROOT / "compose.yaml").read_text()
    service = text.partition("\n  valkey:\n")[2].partition("\n\n")[0]
    assert "--requirepass ${VALKEY_PASSWORD:?" in service
    assert "ports:" not in service
    assert "redis://:${VALKEY_PASSWORD:?" in text


def test_27_nobody_makes_a_queue_or_a_worker_that_unpickles() -> None:
    made = 0
    for folder in ("webapp/jobs", "webapp/core", "worker"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_bytes())):
                if isinstance(node, ast.Call) and name_of(node) in {"Queue", "AppWorker"}:
                    made += 1
                    given = {word.arg: ast.unparse(word.value) for word in node.keywords}
                    assert given.get("serializer") == "JSONSerializer", f"{file}:{node.lineno}"
    assert made == 2


def name_of(call: ast.Call) -> str:
    """Name what is called."""
    return call.func.id if isinstance(call.func, ast.Name) else ""
