"""Servers that a killed run left behind: found by their pid file, and stopped.

Only called by the holder of the folder's lock, so whatever still runs has no owner.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from webapp.core.embedded.service import EmbeddedError

_PATIENCE_SECONDS = 15.0
_SOCKETS_LINE, _STATE_LINE = 4, 7


@dataclass(frozen=True, slots=True)
class PidFile:
    """What a postmaster.pid says."""

    pid: int
    sockets: Path
    ready: bool
    starting: bool


def read_pid_file(path: Path) -> PidFile | None:
    """Read a postmaster.pid; None when absent or not yet written whole."""
    try:
        lines = path.read_text().splitlines()
        state = lines[_STATE_LINE].strip()
        sockets = Path(lines[_SOCKETS_LINE])
        return PidFile(int(lines[0]), sockets, state == "ready", state == "starting")
    except (OSError, IndexError, ValueError):
        return None


def stop_postgres(cluster: Path) -> None:
    """Stop a server left on this cluster, or remove the pid file of one long gone."""
    pid_file = cluster / "postmaster.pid"
    try:
        pid = int(pid_file.read_text().split()[0])
    except FileNotFoundError:
        return
    except (ValueError, IndexError):
        pid = 0
    if runs(pid, "postgres") and _works_in(pid, cluster):
        _stop(pid, "postgres", signal.SIGINT, signal.SIGQUIT)
    pid_file.unlink(missing_ok=True)


def stop_valkey(pid_file: Path) -> None:
    """Stop a Valkey left by a killed run."""
    try:
        pid = int(pid_file.read_text())
    except (OSError, ValueError):
        return
    for name in ("valkey-server", "redis-server"):
        if runs(pid, name) and _works_in(pid, pid_file.parent):
            _stop(pid, name, signal.SIGTERM, signal.SIGKILL)
    pid_file.unlink(missing_ok=True)


def runs(pid: int, name: str) -> bool:
    """Say whether a process id belongs to a living program of this name."""
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return name in _command_of(pid)


def _works_in(pid: int, folder: Path) -> bool:
    """Say whether a process stands in this folder, as its server does; yes where nobody tells.

    A pid file outlives its machine's start, and its number may be another server's by now.
    """
    try:
        return Path(f"/proc/{pid}/cwd").samefile(folder)
    except OSError:
        return True


def _command_of(pid: int) -> str:
    if sys.platform == "linux":
        try:
            return Path(f"/proc/{pid}/cmdline").read_text().split("\0")[0]
        except OSError:
            return ""
    shown = subprocess.run(
        ["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return shown.stdout


def _stop(pid: int, name: str, first: int, then: int) -> None:
    for number in (first, then):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        except PermissionError as error:
            raise EmbeddedError(
                f"A {name} of an earlier run (process {pid}) is another user's; stop it first."
            ) from error
        if _gone(pid, name):
            return
    raise EmbeddedError(f"A {name} of an earlier run (process {pid}) does not stop; end it first.")


def _gone(pid: int, name: str) -> bool:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while runs(pid, name):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
