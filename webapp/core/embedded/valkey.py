"""Starts an embedded Valkey on a private socket, with its append-only file on.

The queue's wake-up calls live here and nothing else: Postgres holds the truth.
"""

from __future__ import annotations

import os
import signal
import socket
import time
from typing import TYPE_CHECKING

from webapp.core.embedded import binaries, leftovers
from webapp.core.embedded.place import make_private, open_home, socket_folder
from webapp.core.embedded.service import EmbeddedError, Service, claim, last_lines, spawn

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

_START_SECONDS = 30.0
_POLL_SECONDS = 0.005


def start_valkey(data_dir: Path, *, appendonly: bool = True) -> Service:
    """Start Valkey on a data folder. Raises InUse, or EmbeddedError with a sentence."""
    home, account = open_home(data_dir)
    lock = claim(data_dir / "valkey.lock")
    try:
        path = socket_folder(home, account) / "valkey.sock"
        folder = home / "valkey"
        make_private(folder, account)
        leftovers.stop_valkey(folder / "valkey.pid")
        path.unlink(missing_ok=True)
        command = _command(binaries.valkey_program(account), folder, path, appendonly=appendonly)
        log = data_dir / "log" / "valkey.log"
        process = spawn(command, account=account, log=log, cwd=folder)
        _wait(process, path, log)
    except BaseException:
        lock.close()
        raise
    return Service(valkey_url(path), process, lock, signal.SIGTERM)


def valkey_url(path: Path) -> str:
    """Give the address of the Valkey behind a socket."""
    return f"unix://{path}?db=0"


def _command(program: Path, folder: Path, path: Path, *, appendonly: bool) -> list[str]:
    return [
        *(str(program), "--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--pidfile", str(folder / "valkey.pid"), "--save", ""),
        *("--appendonly", "yes" if appendonly else "no", "--loglevel", "warning"),
    ]


def _wait(process: subprocess.Popen[bytes], path: Path, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if answers(path):
            return
        time.sleep(_POLL_SECONDS)
    process.kill()
    process.wait()
    said = last_lines(log)
    if "No space left on device" in said:
        raise EmbeddedError(f"Valkey did not start: the disk of {log.parent.parent} is full.")
    raise EmbeddedError(f"Valkey did not start. The end of {log}:\n{said}")


def answers(path: Path) -> bool:
    """Say whether a Valkey behind this socket has loaded its data and answers."""
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(os.fspath(path))
            probe.sendall(b"PING\r\n")
            return probe.recv(16).startswith(b"+PONG")
        except OSError:
            return False
