"""Asks the machine for what a start needs: a free port, and room on the disk."""

from __future__ import annotations

import errno
import shutil
import socket
import time
from typing import TYPE_CHECKING

from webapp.cli.errors import StopCommandError

if TYPE_CHECKING:
    from pathlib import Path

_LEAST_ROOM_BYTES = 200_000_000
_LEAVING_SECONDS = 3.0


def check_port(host: str, port: int) -> None:
    """Raise StopCommandError when the address cannot be listened on.

    Waits a moment first: a run that was killed may just be leaving.
    """
    deadline = time.monotonic() + _LEAVING_SECONDS
    while error := _refusal(host, port):
        if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
            raise StopCommandError(_sentence(host, port, error))
        time.sleep(0.1)


def free_port() -> int:
    """Find a loopback port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def check_room(folder: Path) -> None:
    """Raise StopCommandError when the disk has no room to work in."""
    free = shutil.disk_usage(folder).free
    if free < _LEAST_ROOM_BYTES:
        raise StopCommandError(
            f"The disk of {folder} is full: {free // 1_000_000} MB are free, and at least "
            f"{_LEAST_ROOM_BYTES // 1_000_000} MB are needed."
        )


def address(host: str, port: str) -> str:
    """Give the address to type into a browser on this machine."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # nosec B104  # noqa: S104 - compared
    shown = f"[{reachable}]" if ":" in reachable and not reachable.startswith("[") else reachable
    return f"http://{shown}:{port}"


def _refusal(host: str, port: int) -> OSError | None:
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
            probe.listen()
    except OSError as error:
        return error
    return None


def _sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is taken. Choose another: guildhall up --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than this user has. Choose one above 1023."
    return f"Cannot listen on {host} port {port}: {error.strerror or error}."
