"""The whole site by its one command: ready, alone, killed, ready again, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest

from tests.core.test_embedded import is_gone, until
from webapp.cli.load.sampling import PARTS, processes
from webapp.cli.ports import free_port
from webapp.cli.serving import PROCESSES
from webapp.core.embedded import temporary_home
from webapp.core.embedded.service import last_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
GUILDHALL = [sys.executable, "-m", "webapp.cli"]
COMMAND = [*GUILDHALL, "up", "--port"]


@pytest.fixture(scope="module")
def environ() -> Iterator[dict[str, str]]:
    ours = ("GUILDHALL_", "DATABASE_URL", "REDIS_URL", "STORAGE_URL", "PUBLIC_URL", "SECRET_KEY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with temporary_home() as folder:
        (folder / "samples").touch()
        yield {**kept, "GUILDHALL_DATA_DIR": str(folder), "GUILDHALL_WORKERS": "1"}


@contextmanager
def start(environ: dict[str, str], port: int) -> Iterator[subprocess.Popen[str]]:
    """Start the site; whatever becomes of the test, it does not outlive it."""
    with subprocess.Popen(
        [*COMMAND, str(port)],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def until_ready(running: subprocess.Popen[str]) -> str:
    assert running.stdout
    said = ""
    for line in running.stdout:
        said += line
        if line.startswith("  Ctrl-C"):
            return said
    raise AssertionError(said)


def is_ready(port: int, said: list[str]) -> bool:
    """Ask the site itself, and note what it says when it is not."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as reply:
            return bool(reply.status == 200)
    except urllib.error.HTTPError as error:
        said.append(error.read(500).decode())
    except OSError as error:
        said.append(repr(error))
    return False


def logs(environ: dict[str, str]) -> str:
    """Give the end of everything the parts of the site wrote down."""
    found = Path(environ["GUILDHALL_DATA_DIR"], "log").glob("*.log")
    return "\n".join(f"{log.name}:\n{last_lines(log)}" for log in sorted(found))


def family(pid: int) -> list[int]:
    """Every process that descends from one."""
    listed = subprocess.run(
        ["/bin/ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found, ring = [], [pid]
    while ring:
        ring = [child for child, parent in pairs if parent in ring]
        found += ring
    return found


@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_site_that_was_killed_leaves_nothing_and_starts_again(environ: dict[str, str]) -> None:
    port = free_port()
    with start(environ, port) as killed:
        assert f"Guildhall is ready: http://127.0.0.1:{port}/" in until_ready(killed)
        children = family(killed.pid)
        killed.kill()
    assert len(children) >= 6
    said: list[str] = []
    with start(environ, port) as running:
        until_ready(running)
        assert all(until(lambda pid=pid: is_gone(pid)) for pid in children)
        assert until(lambda: is_ready(port, said)), (said, logs(environ))
        _refuse_a_second(environ, running.pid)
        _make_an_admin(environ, f"http://127.0.0.1:{port}")
        assert until(lambda: all(map(processes(running.pid).get, PARTS)))
        assert until(lambda: len(processes(running.pid)["web"]) == 1 + PROCESSES)
        assert until(lambda: _are_apart(processes(running.pid)["web"][1:]))
        children = family(running.pid)
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0
    assert time.monotonic() - began < 15
    assert all(until(lambda pid=pid: is_gone(pid)) for pid in children)


def _are_apart(web: list[int]) -> bool:
    """Say whether no processor, of enough of them, is left to two of these processes."""
    mine = os.sched_getaffinity(0)
    if len(mine) < len(web):
        return True
    return sum(len(os.sched_getaffinity(pid)) for pid in web) == len(mine)


def _make_an_admin(environ: dict[str, str], address: str) -> None:
    """Make one as the site's first steps say, and come in by the link that is printed."""
    made = subprocess.run(
        [*GUILDHALL, "user", "create", "Di", "--admin"],
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    link = made.stdout.splitlines()[1]
    assert link.startswith(f"{address}/sign-in/link/")
    page = {"Origin": address, "Sec-Fetch-Site": "same-origin"}
    with httpx2.Client(trust_env=False, timeout=60) as browser:
        assert "Sign in as Di?" in browser.get(link).text
        assert browser.get(f"{address}/admin").status_code == 404
        assert browser.post(link, headers=page).status_code == 303
        assert browser.get(f"{address}/admin").status_code == 200


def _refuse_a_second(environ: dict[str, str], pid: int) -> None:
    with start(environ, free_port()) as second:
        said, _ = second.communicate(timeout=60)
    assert second.returncode == 1
    assert f"in use by process {pid}" in said
