"""A service process: started bound to its parent's life, stopped, killed, asked.

Knows nothing of Postgres or Valkey; their own modules say what to run.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from webapp.core.embedded.account import Account

_BOUND = Path(__file__).with_name("bound.py")
_LOG_LIMIT = 5_000_000
_LAST_LINES = 12


class EmbeddedError(Exception):
    """A service could not be started; the text is a sentence for the reader."""


class InUse(EmbeddedError):
    """Another living process already runs a service on this folder."""


@dataclass(slots=True)
class Service:
    """A running service that this process owns."""

    url: str
    process: subprocess.Popen[bytes]
    lock: IO[str]
    stop_signal: int = signal.SIGTERM

    @property
    def pid(self) -> int:
        """The process id of the service."""
        return self.process.pid

    def alive(self) -> bool:
        """Say whether the service process still runs."""
        return self.process.poll() is None

    def stop(self, *, patience_seconds: float = 10.0) -> None:
        """End the service in order; kill it when it takes longer than the patience."""
        if self.alive():
            self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.lock.close()

    def kill(self) -> None:
        """End the service at once, as a crash would."""
        self.process.kill()
        self.process.wait()
        self.lock.close()


def spawn(  # noqa: PLR0913 - each says one thing about the process
    command: Sequence[str],
    *,
    death_signal: int = signal.SIGTERM,
    account: Account | None = None,
    log: Path | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a program that ends with this process; output goes to the log, if one is named."""
    output = _open_log(log) if log else None
    try:
        return subprocess.Popen(
            [*_bound_to_us(death_signal, account), *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            process_group=0,  # a terminal's Ctrl-C reaches the owner alone, who stops in order
        )
    finally:
        if output:
            output.close()


def _bound_to_us(death_signal: int, account: Account | None) -> list[str]:
    uid, gid = (account.uid, account.gid) if account else (-1, -1)
    numbers = [str(number) for number in (os.getpid(), int(death_signal), uid, gid)]
    return [sys.executable, "-I", "-S", str(_BOUND), *numbers]


def claim(lock_path: Path) -> IO[str]:
    """Take the lock that says who runs a service; it falls with its holder, even killed.

    Raises InUse when another living process holds it.
    """
    lock = lock_path.open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        lock.seek(0)
        holder = lock.read().strip() or "unknown"
        lock.close()
        raise InUse(f"{lock_path.parent} is in use by process {holder}.") from taken
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def last_lines(log: Path) -> str:
    """Give the end of a log, for a sentence about why its writer stopped."""
    lines = log.read_text(errors="replace").splitlines()[-_LAST_LINES:]
    return "\n".join(f"  {line}" for line in lines)


def _open_log(log: Path) -> IO[bytes]:
    log.parent.mkdir(parents=True, exist_ok=True)
    too_long = log.exists() and log.stat().st_size > _LOG_LIMIT
    return log.open("wb" if too_long else "ab")
