"""What one start of the site consists of, and how each part of it is started.

The order is the business of `up`; keeping the parts running is the supervisor's.
"""

from __future__ import annotations

import signal
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from webapp.cli import ports
from webapp.cli.environment import completed
from webapp.cli.errors import StopCommandError
from webapp.cli.program import Program, of_command, of_service
from webapp.core.embedded import start_postgres, start_valkey
from webapp.core.embedded.service import last_lines

if TYPE_CHECKING:
    from pathlib import Path

    from webapp.cli.supervisor import Supervisor
    from webapp.config import Settings

SERVICES, SIMULATOR, SITE = 0, 1, 2


@dataclass(slots=True)
class Start:
    """What one start of the site knows: its environment, its folder, its supervisor."""

    environ: dict[str, str]
    folder: Path
    supervisor: Supervisor

    def log(self, name: str) -> Path:
        """Give the file a part of the site writes its log to."""
        return self.folder / "log" / f"{name}.log"


def start_services(start: Start) -> None:
    """Start what no setting names, and let every later part know where it is."""
    if not start.environ.get("DATABASE_URL"):
        start.supervisor.add("postgres", SERVICES, partial(_postgres, start))
    if not start.environ.get("REDIS_URL"):
        start.supervisor.add("valkey", SERVICES, partial(_valkey, start))
    start.environ = completed(start.environ, start.folder)


def start_simulator(start: Start) -> None:
    """Put the simulator behind every upstream, whatever the settings say."""
    port = str(ports.free_port())
    start.environ["DEADLOCK_API_URL"] = f"http://127.0.0.1:{port}/deadlock"
    start.environ["RIOT_API_URL"] = f"http://127.0.0.1:{port}/riot/{{route}}"
    start.environ["RIOT_API_KEY"] = "RGAPI-demo"
    start.environ["DDRAGON_URL"] = f"http://127.0.0.1:{port}/ddragon"
    start.environ["OPENDOTA_URL"] = f"http://127.0.0.1:{port}/opendota"
    start.environ["STEAM_API_URL"] = f"http://127.0.0.1:{port}/steam"
    start.environ["STEAM_API_KEY"] = "demo"
    start.environ |= _providers(f"http://127.0.0.1:{port}/identity")
    _add(start, SIMULATOR, "simulator", ["simulator", "--port", port], signal.SIGKILL)


def _providers(identity: str) -> dict[str, str]:
    """Give the settings that put the stand-ins behind every way to sign in."""
    settings = {"STEAM_SIGN_IN": "yes", "STEAM_OPENID_URL": f"{identity}/steam"}
    for name in ("discord", "google", "github", "eve"):
        settings[f"{name.upper()}_URL"] = f"{identity}/{name}"
        settings[f"{name.upper()}_CLIENT_ID"] = "guildhall"
        settings[f"{name.upper()}_CLIENT_SECRET"] = "guildhall-secret"
    return settings


def start_web(start: Start) -> None:
    """Start the web server."""
    _add(start, SITE, "web", ["web"], signal.SIGTERM)


def start_work(start: Start, settings: Settings) -> None:
    """Start workers and scheduler; one killed with us loses nothing, its leases run out."""
    for number in range(1, settings.worker_count + 1):
        _add(start, SITE, f"worker-{number}", ["worker"], signal.SIGKILL)
    _add(start, SITE, "scheduler", ["scheduler"], signal.SIGKILL)


def run_to_end(start: Start, command: str) -> None:
    """Run one command of ours and wait for it; raises StopCommandError when it fails."""
    words = command.split()
    log = start.log(words[0])
    program = of_command(words, start.environ, log, death_signal=signal.SIGTERM)
    try:
        while program.alive() and not start.supervisor.stopping:
            start.supervisor.tick()
    finally:
        program.finish(0)
    if program.process.returncode and not start.supervisor.stopping:
        raise StopCommandError(f"{command} failed. The end of {log}:\n{last_lines(log)}")


def _postgres(start: Start) -> Program:
    service = start_postgres(start.folder)
    start.environ["DATABASE_URL"] = service.url
    return of_service(service)


def _valkey(start: Start) -> Program:
    service = start_valkey(start.folder)
    start.environ["REDIS_URL"] = service.url
    return of_service(service)


def _add(start: Start, tier: int, name: str, words: list[str], death_signal: int) -> None:
    begin = partial(of_command, words, start.environ, start.log(name), death_signal=death_signal)
    start.supervisor.add(name, tier, begin)
