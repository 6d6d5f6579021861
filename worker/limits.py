"""What one job may use up: wall clock, processor seconds, memory; and that it dies with its worker.

For the forked process of a job only; in any other process these limits would be its end.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import threading

GRACE_SECONDS = 5.0
MEMORY_BYTES = 6 * 1024**3
_PR_SET_PDEATHSIG = 1


def die_with_worker(worker_pid: int) -> None:
    """End this process when its worker ends, however it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != worker_pid:
        os._exit(1)


def limit_time(seconds: int) -> None:
    """Raise in the job after `seconds`; kill it when it does not listen.

    Processor time is limited too, for a job stuck where Python never gets a turn.
    """
    signal.alarm(seconds)
    last = threading.Timer(seconds + GRACE_SECONDS, os.kill, (os.getpid(), signal.SIGKILL))
    last.daemon = True
    last.start()
    cores = os.cpu_count() or 1
    _lower(resource.RLIMIT_CPU, int(seconds + GRACE_SECONDS) * cores)


def limit_memory() -> None:
    """Let a runaway parse fail with MemoryError before the machine suffers."""
    _lower(resource.RLIMIT_AS, MEMORY_BYTES)


def _lower(what: int, limit: int) -> None:
    _, hard = resource.getrlimit(what)
    top = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(what, (top, hard))
