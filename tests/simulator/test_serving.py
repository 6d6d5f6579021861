"""The simulator as a process: it answers, and it ends cleanly when told to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("the simulator did not start")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(number: signal.Signals) -> None:
    port = free_port()
    command = [sys.executable, "-m", "webapp.simulator", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ}) as process:
        try:
            wait_for(port)
            url = f"http://127.0.0.1:{port}/deadlock/v1/assets/ranks"
            with urllib.request.urlopen(url, timeout=30) as answer:
                assert answer.status == 200
            process.send_signal(number)
            assert process.wait(10) == 0
        finally:
            process.kill()
