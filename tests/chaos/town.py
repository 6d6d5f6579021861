"""A small town to do harm to: its own Postgres, its own Valkey, workers and a scheduler."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.core.embedded import Service, start_postgres, start_valkey

if TYPE_CHECKING:
    import random

WORKERS = 3
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Kill:
    """What was killed, when (seconds of the wall clock), and its process id."""

    what: str
    at: float
    pid: int


@dataclass(slots=True)
class Town:
    """Everything that runs, and the list of what was killed."""

    home: Path
    env: dict[str, str] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    kills: list[Kill] = field(default_factory=list)

    def open(self) -> None:
        """Start the services."""
        self.services["postgres"] = start_postgres(self.home)
        self.services["valkey"] = start_valkey(self.home, appendonly=False)
        self.env = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "DATABASE_URL": self.services["postgres"].url,
            "REDIS_URL": self.services["valkey"].url,
            "STORAGE_URL": f"file://{self.home}/objects",
            "SECRET_KEY": "a secret for tests only, thirty-two characters",
            "GUILDHALL_DATA_DIR": str(self.home / "data"),
            "GUILDHALL_LOG_LEVEL": "info",
        }

    def populate(self) -> None:
        """Start the workers and the scheduler."""
        for number in range(WORKERS):
            self._start(f"worker-{number}")
        self._start("scheduler")

    def _start(self, name: str) -> None:
        with (self.home / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.process", name.partition("-")[0]],
                env=self.env,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )

    def repair(self) -> None:
        """Start again whatever does not run, as a supervisor would."""
        for name, process in list(self.processes.items()):
            if process.poll() is not None:
                self._start(name)

    def harm(self, what: str, chance: random.Random) -> None:
        """Kill one thing of a sort, if one is there."""
        if what == "postgres":
            self._harm_service(what, lambda: start_postgres(self.home))
        elif what == "valkey":
            self._harm_service(what, lambda: start_valkey(self.home, appendonly=False))
        elif what == "horse":
            if horses := [pid for name in self.processes for pid in self._children(name)]:
                self._kill(what, chance.choice(horses))
        else:
            names = [name for name in self.processes if name.startswith(what)]
            self._kill(what, self.processes[chance.choice(names)].pid)

    def _harm_service(self, what: str, start: object) -> None:
        self.kills.append(Kill(what, time.time(), self.services[what].pid))
        self.services[what].kill()
        time.sleep(0.5)
        self.services[what] = start()  # type: ignore[operator]

    def _kill(self, what: str, pid: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.kills.append(Kill(what, time.time(), pid))

    def _children(self, name: str) -> list[int]:
        if not name.startswith("worker"):
            return []
        pid = self.processes[name].pid
        with suppress(OSError):
            return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return []

    def close(self) -> None:
        """End everything."""
        for process in self.processes.values():
            process.kill()
            process.wait()
        for service in self.services.values():
            service.stop()
