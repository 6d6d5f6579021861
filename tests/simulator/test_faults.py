"""Each fault on command, as a caller on a bare socket sees it."""

import gzip
import json
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from webapp.simulator import running_simulator
from webapp.simulator.drift import drift_json
from webapp.simulator.server import RunningSimulator

PATH = "/deadlock/v1/players/900000007/rank"
BIG = "/deadlock/v1/assets/heroes"
ASKED_HERE = f"^({PATH}|{BIG})$"
"""What orders of these tests strike, lest whoever else calls at this port takes one of them."""


@pytest.fixture(scope="module")
def running() -> Iterator[RunningSimulator]:
    with running_simulator() as server:
        yield server


@pytest.fixture
def simulator(running: RunningSimulator) -> Iterator[RunningSimulator]:
    yield running
    control(running, "DELETE")


def control(simulator: RunningSimulator, method: str = "POST", **order: Any) -> int:
    body = json.dumps({"path_pattern": ASKED_HERE} | order).encode() if order else None
    request = urllib.request.Request(f"{simulator.url}/_ctl", body, method=method)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
        return int(answer.status)


def open_socket(simulator: RunningSimulator, path: str = PATH, timeout: float = 5) -> socket.socket:
    host, port = simulator.url.removeprefix("http://").split(":")
    wire = socket.create_connection((host, int(port)), timeout)
    wire.sendall(f"GET {path} HTTP/1.1\r\nHost: sim\r\nConnection: close\r\n\r\n".encode())
    return wire


def ask(simulator: RunningSimulator, path: str = PATH) -> tuple[int, dict[str, str], bytes]:
    with open_socket(simulator, path) as wire:
        whole = b"".join(iter(lambda: wire.recv(65536), b""))
    head, _, body = whole.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in lines), body


def test_without_orders_the_answer_is_good(simulator: RunningSimulator) -> None:
    status, headers, body = ask(simulator)
    assert status == 200
    assert int(headers["Content-Length"]) == len(body)


def test_429_with_and_without_retry_after(simulator: RunningSimulator) -> None:
    control(simulator, fault="429", retry_after=7, times=1)
    control(simulator, fault="429_no_retry_after", times=1)
    (first, told, body), (second, untold, _), (third, _, _) = (ask(simulator) for _ in range(3))
    assert (first, told["Retry-After"], second, third) == (429, "7", 429, 200)
    assert json.loads(body) == {"status": 429, "error": "Rate limit exceeded"}
    assert "Retry-After" not in untold


@pytest.mark.parametrize("fault", ["500", "503"])
def test_statuses_of_a_broken_upstream(simulator: RunningSimulator, fault: str) -> None:
    control(simulator, fault=fault, times=1)
    status, headers, body = ask(simulator)
    assert status == json.loads(body)["status"] == int(fault)
    assert headers["Cache-Control"] == "no-store"


def test_html_comes_with_a_200(simulator: RunningSimulator) -> None:
    control(simulator, fault="html200")
    status, headers, body = ask(simulator)
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert body.startswith(b"<!doctype html>")


def test_a_hang_says_nothing(simulator: RunningSimulator) -> None:
    control(simulator, fault="hang", times=1)
    with open_socket(simulator, timeout=0.4) as wire, pytest.raises(TimeoutError):
        wire.recv(1)


def test_a_drip_comes_a_few_bytes_at_a_time(simulator: RunningSimulator) -> None:
    control(simulator, fault="drip", times=1)
    started = time.monotonic()
    with open_socket(simulator) as wire:
        parts = [wire.recv(65536) for _ in range(4)]
    assert all(len(part) < 40 for part in parts)
    assert time.monotonic() - started > 0.25


def test_truncation_ends_before_the_promised_length(simulator: RunningSimulator) -> None:
    control(simulator, fault="truncate", times=1)
    _, headers, body = ask(simulator, BIG)
    assert 0 < len(body) < int(headers["Content-Length"])


def test_a_wrong_length_promises_less_than_comes(simulator: RunningSimulator) -> None:
    control(simulator, fault="wrong_length", times=1)
    _, headers, body = ask(simulator, BIG)
    assert len(body) > int(headers["Content-Length"]) > 0


def test_a_reset_breaks_the_connection(simulator: RunningSimulator) -> None:
    control(simulator, fault="reset", times=1)
    with pytest.raises(ConnectionResetError):
        ask(simulator, BIG)


def test_a_redirect_points_at_a_forbidden_place(simulator: RunningSimulator) -> None:
    control(simulator, fault="redirect", times=1)
    status, headers, _ = ask(simulator)
    assert (status, headers["Location"]) == (302, "http://169.254.169.254/latest/meta-data/")


def test_bad_gzip_does_not_inflate(simulator: RunningSimulator) -> None:
    control(simulator, fault="bad_gzip", times=1)
    _, headers, body = ask(simulator, BIG)
    assert headers["Content-Encoding"] == "gzip"
    with pytest.raises((zlib.error, gzip.BadGzipFile)):
        gzip.decompress(body)


def test_a_bomb_is_small_outside_and_huge_inside(simulator: RunningSimulator) -> None:
    control(simulator, fault="bomb", times=1)
    _, headers, body = ask(simulator)
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < 1_000_000
    inflater = zlib.decompressobj(wbits=31)
    size, rest = 0, body
    while size < 100_000_000:
        size += len(inflater.decompress(rest, 4_000_000))
        rest = inflater.unconsumed_tail
    assert size >= 100_000_000


def test_drift_changes_the_body_and_stays_json(simulator: RunningSimulator) -> None:
    good = ask(simulator, BIG)[2]
    control(simulator, fault="drift", seed=3)
    drifted = ask(simulator, BIG)[2]
    assert drifted != good
    assert json.loads(drifted) != json.loads(good)


def test_drift_is_the_same_for_the_same_seed() -> None:
    body = json.dumps({"match_info": {"players": [{"kills": 1, "items": [1, 2]}] * 3}}).encode()
    drifts = [drift_json(body, seed) for seed in range(40)]
    assert drifts == [drift_json(body, seed) for seed in range(40)]
    assert len(set(drifts)) > 10
    assert drift_json(b"no json", 1) == b"no json"


def test_orders_strike_by_path_probability_and_seed(simulator: RunningSimulator) -> None:
    control(simulator, fault="500", path_pattern="/rank$", probability=0.5, seed=11)
    struck = [ask(simulator)[0] for _ in range(12)]
    assert {200, 500} == set(struck)
    assert {ask(simulator, BIG)[0] for _ in range(3)} == {200}
    control(simulator, "DELETE")
    control(simulator, fault="500", path_pattern="/rank$", probability=0.5, seed=11)
    assert [ask(simulator)[0] for _ in range(12)] == struck


def test_an_order_nobody_understands_is_refused(simulator: RunningSimulator) -> None:
    for order in (
        {"fault": "flood"},
        {"fault": "500", "path_pattern": "("},
        {"fault": "500", "times": "x"},
    ):
        with pytest.raises(urllib.error.HTTPError) as refused:
            control(simulator, **order)
        assert refused.value.code == 400
        refused.value.close()


def test_a_connection_may_carry_many_requests(simulator: RunningSimulator) -> None:
    host, port = simulator.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 5) as wire:
        for _ in range(3):
            wire.sendall(f"GET {PATH} HTTP/1.1\r\nHost: sim\r\n\r\n".encode())
            got = b""
            while not got.endswith(b"}"):
                got += wire.recv(65536)
            assert got.startswith(b"HTTP/1.1 200")
