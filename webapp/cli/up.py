"""Starts the whole site on one machine: services, database shape, web, workers, scheduler.

Everything runs under one supervisor and ends with it. Settings that name outside
services are used as they are; what they leave unset is embedded.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from http import HTTPStatus
from typing import IO, TYPE_CHECKING

from webapp.cli import ports
from webapp.cli.environment import (
    completed,
    data_folder,
    note_address,
    prepare_folder,
    read_environment,
)
from webapp.cli.errors import StopCommandError
from webapp.cli.logs import trim_logs
from webapp.cli.schema import is_current
from webapp.cli.start import (
    Start,
    run_to_end,
    start_services,
    start_simulator,
    start_web,
    start_work,
)
from webapp.cli.supervisor import Supervisor
from webapp.cli.terminal import say, warn
from webapp.cli.users import first_steps, lacks_admin
from webapp.config import Settings, load_settings
from webapp.core.embedded import InUse
from webapp.core.embedded.service import claim, last_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

_READY_SECONDS = 120.0
_TRIM_SECONDS = 60.0
_SAMPLES_MARK = "samples"
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # ourselves, directly


def up(options: argparse.Namespace) -> int:
    """Start everything, print the address when pages answer, and stay until told to stop."""
    environ = _chosen(read_environment(), options)
    folder = data_folder(environ)
    prepare_folder(folder)
    settings = load_settings(completed(environ, folder))
    with _alone(folder):
        ports.check_room(folder)
        ports.check_port(settings.host, settings.port)
        note_address(folder, settings.public_url)
        start = Start(environ, folder, Supervisor(folder / "log"))
        start.supervisor.listen()
        try:
            _bring_up(start, settings)
        finally:
            start.supervisor.stop()
    say("Everything has stopped.")
    return 0


def _chosen(environ: dict[str, str], options: argparse.Namespace) -> dict[str, str]:
    """Put the words of the command over the environment."""
    words = {
        "GUILDHALL_HOST": options.host,
        "GUILDHALL_PORT": options.port,
        "GUILDHALL_DEMO": "yes" if options.demo else None,
    }
    environ = {**environ, **{name: value for name, value in words.items() if value}}
    host, port = environ.get("GUILDHALL_HOST"), environ.get("GUILDHALL_PORT")
    if "PUBLIC_URL" not in environ:
        environ["PUBLIC_URL"] = ports.address(host or "127.0.0.1", port or "8000")
    return environ


@contextmanager
def _alone(folder: Path) -> Iterator[IO[str]]:
    """Hold the folder for this run; a run that was killed holds nothing."""
    try:
        lock = claim(folder / "up.lock")
    except InUse as held:
        raise StopCommandError(
            f"Guildhall already runs on {folder}: {held} Stop it there, or set "
            "GUILDHALL_DATA_DIR and --port for a second one."
        ) from held
    with lock:
        yield lock


def _bring_up(start: Start, settings: Settings) -> None:
    began = time.monotonic()
    start_services(start)
    if settings.demo:
        start_simulator(start)
    if not is_current(start.environ["DATABASE_URL"]):
        run_to_end(start, "migrate")
    start_web(start)
    if _wait_until_ready(start, settings):
        _announce(start, settings, time.monotonic() - began)
        start_work(start, settings)  # workers load as much as the web: readers come first
        _bring_samples(start)
        _bring_up_to_date(start)
        _stay(start)


def _wait_until_ready(start: Start, settings: Settings) -> bool:
    """Wait until pages answer; False when told to stop meanwhile."""
    url = f"{ports.address(settings.host, str(settings.port))}/readyz"
    deadline = time.monotonic() + _READY_SECONDS
    while not start.supervisor.stopping and not pages_answer(url):
        start.supervisor.tick()
        if child := start.supervisor.hopeless():
            log = start.log(child.name)
            raise StopCommandError(
                f"{child.name} does not start. The end of {log}:\n{last_lines(log)}"
            )
        if time.monotonic() > deadline:
            raise StopCommandError(
                f"The site is not ready: {_wrong(url)} {start.folder / 'log'} may say why."
            )
    return not start.supervisor.stopping


def _wrong(url: str) -> str:
    """Ask the site itself what is wrong with it."""
    try:
        _OPENER.open(url, timeout=2).close()
    except urllib.error.HTTPError as error:
        return error.read(500).decode(errors="replace").strip()
    except OSError as error:
        return f"{error}."
    return "It was late."


def pages_answer(url: str) -> bool:
    """Say whether pages answer, be it without the scheduler: it is started after them."""
    try:
        with _OPENER.open(url, timeout=2) as reply:
            return bool(reply.status == HTTPStatus.OK)
    except urllib.error.HTTPError as error:
        return _wrong_of(error.read()) == {"sweeper"}
    except OSError:
        return False


def _wrong_of(body: bytes) -> set[str]:
    try:
        return set(json.loads(body)["wrong"])
    except (ValueError, KeyError, TypeError):
        return set()


def _announce(start: Start, settings: Settings, seconds: float) -> None:
    lines = (
        f"Guildhall is ready: {settings.public_url}/",
        f"  after {seconds:.1f} s; data in {start.folder}, logs in {start.folder / 'log'}",
        *(["  a demonstration: every match and player is generated"] * settings.demo),
        *(first_steps(demo=settings.demo) if lacks_admin(start.environ["DATABASE_URL"]) else ()),
        "  Ctrl-C stops everything.",
    )
    say(*lines)


def _bring_samples(start: Start) -> None:
    """Bring the sample matches once for this folder; readers need not wait for them."""
    mark = start.folder / _SAMPLES_MARK
    if mark.exists():
        return
    try:
        run_to_end(start, "samples")
    except StopCommandError as failed:
        warn(f"The sample matches did not come in this time: {failed}")
    else:
        if not start.supervisor.stopping:
            mark.touch()


def _bring_up_to_date(start: Start) -> None:
    """Analyse again what an older version analysed, while readers read."""
    try:
        run_to_end(start, "reanalyse")
    except StopCommandError as failed:
        warn(f"Some matches could not be analysed again: {failed}")


def _stay(start: Start) -> None:
    """Look after the children until told to stop, and keep their logs from growing."""
    next_trim = time.monotonic()
    while not start.supervisor.stopping:
        start.supervisor.tick()
        if time.monotonic() > next_trim:
            trim_logs(start.folder / "log")
            next_trim += _TRIM_SECONDS
