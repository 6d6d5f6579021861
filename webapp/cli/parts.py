"""The parts that `up` runs together, each a command of its own to run on any machine.

They need DATABASE_URL, REDIS_URL, STORAGE_URL and SECRET_KEY, and start nothing else.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from webapp.cli.environment import read_environment
from webapp.config import load_settings
from webapp.core.memory import uncollected

if TYPE_CHECKING:
    import argparse

MEMORY_POOLS = "1"  # many threads, one of them at work: more pools would only keep memory
AFTER_READERS = 10  # niceness: a page is waited for, a job is not


def web(_options: argparse.Namespace) -> int:
    """Become the web server; a buffering proxy belongs in front of it in public."""
    environ = read_environment()
    settings = load_settings(environ)
    environ["PROMETHEUS_MULTIPROC_DIR"] = str(emptied(settings.counts_dir))
    environ.setdefault("MALLOC_ARENA_MAX", MEMORY_POOLS)
    address = (settings.host, str(settings.port))
    command = [sys.executable, "-P", "-m", "webapp.cli.serving", *address]
    os.execve(command[0], command, environ)  # noqa: S606 - no shell


def emptied(folder: Path) -> Path:
    """Make a folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def worker(_options: argparse.Namespace) -> int:
    """Take background work until told to stop, after whoever reads on this machine."""
    os.nice(AFTER_READERS)
    _enter()
    with uncollected():
        from worker.main import main

    main()
    return 0


def scheduler(_options: argparse.Namespace) -> int:
    """Ask for due work until told to stop, after whoever reads on this machine."""
    os.nice(AFTER_READERS)
    _enter()
    from worker.schedule import main

    main()
    return 0


def simulator(options: argparse.Namespace) -> int:
    """Stand in for every upstream on the loopback address until told to stop."""
    from webapp.simulator import main

    os.nice(AFTER_READERS)
    real = ["--real-data", str(options.real_data)] if options.real_data else []
    return main(["--port", str(options.port), *real])


def _enter() -> None:
    """Check the settings, and let what runs next find them in its environment."""
    environ = read_environment()
    load_settings(environ)
    os.environ.update(environ)
