"""What a running site holds at a moment: memory, open files, connections. Reads /proc."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import redis
from sqlalchemy import text

from webapp.cli.load.site import Site
from webapp.core.db import db

PROC: Final = Path("/proc")
MEGABYTE: Final = 1_000_000
CONNECTIONS: Final = text("select count(*) from pg_stat_activity where backend_type like 'client%'")
PARTS: Final = {"web": "webapp.cli.serving", "workers": "worker", "scheduler": "scheduler"}


@dataclass(frozen=True, slots=True)
class Sample:
    """One look: memory and descriptors of the site by part, and what its services hold."""

    at_s: float
    memory_mb: dict[str, float]
    open_files: int
    connections: int
    valkey_mb: float


def sample(site: Site, at_s: float) -> Sample:
    """Look once at every process of the site but its database's and its simulator's."""
    parts = processes(site.process.pid)
    with site.app.app_context():
        connections = int(db.session.scalar(CONNECTIONS) or 0)
    with redis.from_url(site.redis_url) as valkey:
        used = valkey.info("memory")["used_memory"]
    return Sample(
        at_s=at_s,
        memory_mb={name: sum(map(anonymous_mb, found)) for name, found in parts.items()},
        open_files=sum(open_files(one) for found in parts.values() for one in found),
        connections=connections,
        valkey_mb=used / MEGABYTE,
    )


def anonymous_mb(pid: int) -> float:
    """Say how much memory a process holds that is no file's; 0 when it is gone.

    What it got when it was forked counts, written to since or not. Files it reads do not: the
    kernel lets go of them at will, and whether they are its own or shared depends on who else
    runs.
    """
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) * 1024 / 1e6


def open_files(pid: int) -> int:
    """Count what a process has open; 0 when it is gone."""
    try:
        return sum(1 for _ in (PROC / str(pid) / "fd").iterdir())
    except OSError:
        return 0


def children(pid: int) -> list[int]:
    """Give what a process started; nothing when it is gone."""
    try:
        found = (PROC / str(pid) / "task" / str(pid) / "children").read_text()
    except OSError:
        return []
    return [int(one) for one in found.split()]


def processes(first: int) -> dict[str, list[int]]:
    """Give the processes of each part of the site that this one started."""
    return {name: _of_part(first, word) for name, word in PARTS.items()}


def _of_part(first: int, word: str) -> list[int]:
    """Find a part's processes by a word of their command; a job's own process does not count."""
    firsts = [pid for pid in children(first) if word in _words(pid)]
    return firsts if word == "worker" else [*firsts, *(p for one in firsts for p in children(one))]


def _words(pid: int) -> list[str]:
    try:
        return (PROC / str(pid) / "cmdline").read_text().split("\0")
    except OSError:
        return []
