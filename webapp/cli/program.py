"""One program under the supervisor: started, asked to stop, ended, and swept up after."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from webapp.cli.environment import ROOT
from webapp.core.embedded.service import spawn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from webapp.core.embedded import Service


@dataclass(slots=True)
class Program:
    """A running program; its process leads a process group of its own."""

    process: subprocess.Popen[Any]
    stop_signal: int = signal.SIGTERM
    release: Callable[[], None] = field(default=lambda: None)

    def alive(self) -> bool:
        """Say whether it still runs."""
        return self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Ask it to end in order."""
        if self.alive():
            self.process.send_signal(self.stop_signal)

    def finish(self, patience_seconds: float) -> None:
        """Wait for its end, end it when the patience is over, and leave nothing of it."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, patience_seconds))
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.release()


def of_service(service: Service) -> Program:
    """Put an embedded service under the supervisor."""
    return Program(service.process, service.stop_signal, service.lock.close)


def of_command(
    words: Sequence[str], environ: Mapping[str, str], log: Path, *, death_signal: int
) -> Program:
    """Start one of our own commands; the death signal is what our sudden end sends it."""
    command = [sys.executable, "-m", "webapp.cli", *words]
    return Program(spawn(command, death_signal=death_signal, log=log, env=environ, cwd=ROOT))
