"""A whole site to be asked: `up --demo` on data of its own, ended with whoever started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from webapp.accounts.actions.users import create_user
from webapp.accounts.domain.secret import hash_of, new_secret
from webapp.accounts.store.sessions import Owner, add_session
from webapp.app import create_app
from webapp.cli import ports
from webapp.cli.environment import ROOT, completed, read_environment
from webapp.cli.errors import StopCommandError
from webapp.config import load_settings
from webapp.core.embedded import attach_or_start
from webapp.core.embedded.service import last_lines, spawn

READY_S, STOP_S = 600.0, 20.0
HOST = "127.0.0.1"
FAILED, MOST_FAILURES = "request failed", 3


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: its port, its first process, an app on its data, its queue, its log."""

    port: int
    process: subprocess.Popen[bytes]
    app: Flask
    redis_url: str
    log: Path


@contextmanager
def running_site() -> Iterator[Site]:
    """Start a demonstration with its samples on data of its own; stop it afterwards."""
    with tempfile.TemporaryDirectory(prefix="guildhall-load-") as made:
        folder, port = Path(made) / "demo", ports.free_port()
        environ = _environment(folder, port)
        command = [sys.executable, "-m", "webapp.cli", "up", "--demo", "--port", str(port)]
        log = Path(made) / "up.log"
        process = spawn(command, death_signal=signal.SIGTERM, log=log, env=environ, cwd=ROOT)
        try:
            _wait_for_samples(folder, process, log)
            with attach_or_start(folder) as services:
                settings = load_settings(completed(environ, folder, services))
                web_log = folder / "log" / "web.log"
                yield Site(port, process, create_app(settings), settings.redis_url, web_log)
        finally:
            _stop(process)


def signed_in(app: Flask) -> str:
    """Make an account with a session; gives the cookie that shows it."""
    secret = new_secret()
    with app.app_context():
        owner = Owner(create_user("Reader", "player"), "bench")
        add_session(hash_of(secret), {}, owner, agent="bench", address=HOST)
    return f"{app.config['SESSION_COOKIE_NAME']}={secret}"


def failures(site: Site) -> list[str]:
    """Give the last lines of the site's log that tell of requests that failed."""
    lines = site.log.read_text(errors="replace").splitlines()
    return [line for line in lines if FAILED in line][-MOST_FAILURES:]


def _environment(folder: Path, port: int) -> dict[str, str]:
    """Leave nothing outside to be used: services, upstreams and data are this site's own."""
    services = {"DATABASE_URL", "REDIS_URL", "STORAGE_URL"}
    kept = {name: value for name, value in read_environment().items() if name not in services}
    own = {
        "GUILDHALL_DATA_DIR": str(folder),
        "GUILDHALL_DEMO": "yes",
        "GUILDHALL_HOST": HOST,
        "GUILDHALL_WORKERS": "1",
        "PUBLIC_URL": ports.address(HOST, str(port)),
    }
    return kept | own


def _wait_for_samples(folder: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_S
    while not (folder / "samples").exists():
        if process.poll() is not None or time.monotonic() > deadline:
            raise StopCommandError(f"The site to be asked did not start:\n{last_lines(log)}")
        time.sleep(0.2)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
