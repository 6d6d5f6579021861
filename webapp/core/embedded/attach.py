"""Lets a short command use the services whether or not the site is running.

Running ones are used as they are; missing ones are started and stopped again.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.core.embedded.leftovers import read_pid_file
from webapp.core.embedded.place import open_home, socket_folder
from webapp.core.embedded.postgres import socket_url, start_postgres
from webapp.core.embedded.service import EmbeddedError, InUse
from webapp.core.embedded.valkey import answers, start_valkey, valkey_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the services answer; None for one that was not asked for."""

    database_url: str | None
    redis_url: str | None


@contextmanager
def attach_or_start(
    data_dir: Path, *, postgres: bool = True, valkey: bool = True
) -> Iterator[Addresses]:
    """Give the addresses of running services, starting those that do not run."""
    with ExitStack() as stack:
        yield Addresses(
            _postgres(data_dir, stack) if postgres else None,
            _valkey(data_dir, stack) if valkey else None,
        )


def _postgres(data_dir: Path, stack: ExitStack) -> str:
    try:
        service = start_postgres(data_dir)
    except InUse:
        home, _ = open_home(data_dir)
        found = read_pid_file(home / "postgres" / "postmaster.pid")
        if not found or not found.ready:
            raise EmbeddedError(
                f"The database in {data_dir} is just starting or stopping; try again in a moment."
            ) from None
        return socket_url(found.sockets)
    stack.callback(service.stop)
    return service.url


def _valkey(data_dir: Path, stack: ExitStack) -> str:
    try:
        service = start_valkey(data_dir)
    except InUse:
        home, account = open_home(data_dir)
        path = socket_folder(home, account) / "valkey.sock"
        if not answers(path):
            raise EmbeddedError(
                f"The queue in {data_dir} is just starting or stopping; try again in a moment."
            ) from None
        return valkey_url(path)
    stack.callback(service.stop)
    return service.url
