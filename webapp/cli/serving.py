"""What `web` becomes: the app, made once and then forked into the processes that answer.

Made before the fork it costs one start in place of one a process, and what it consists of
is in memory once. Nothing of it may hold a connection or a thread by then. Each process keeps
to processors of its own, so that two never wait for one.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any, Final

from webapp.core.memory import uncollected

PROCESSES: Final = 2
KILL_AFTER_S: Final = 3


def serve(host: str, port: int) -> None:
    """Answer on an address until told to stop."""
    with uncollected():  # 300,000 objects are made, of which a thousand are let go
        from granian import Granian
        from granian.constants import Interfaces
        from granian.log import LogLevels

        import wsgi  # noqa: F401 - where the server looks for it, it is then made already
        from webapp.core.overload import THREADS
    if sys.platform == "linux":  # elsewhere the server's own way is kept, and each makes the app
        multiprocessing.set_start_method("fork", force=True)
        shares = shares_of(os.sched_getaffinity(0), PROCESSES)
        load = partial(_app_apart, shares, os.memfd_create("shares"))
    else:
        load = None
    server = Granian(
        "wsgi:app",
        interface=Interfaces.WSGI,
        websockets=False,
        address=host,
        port=port,
        workers=PROCESSES,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER_S,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=load, wrap_loader=False)


def shares_of(processors: Collection[int], processes: int) -> list[list[int]]:
    """Deal processors out to so many processes; none where there are fewer than those."""
    if len(processors) < processes:
        return []
    return [sorted(processors)[number::processes] for number in range(processes)]


def keep_apart(shares: Sequence[Collection[int]], taken: int) -> None:
    """Run on the first share that no living process has; anywhere where all are taken.

    Each share is one byte of a file, `taken` for short, open since before the processes parted:
    the lock on it ends with who holds it, however that one ends.
    """
    import fcntl

    for number, share in enumerate(shares):
        try:
            fcntl.lockf(taken, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
            os.sched_setaffinity(0, share)
        except OSError:  # taken, or the system lets nobody choose
            continue
        return


def _app_apart(shares: Sequence[Collection[int]], taken: int) -> Callable[..., Any]:
    from wsgi import app

    keep_apart(shares, taken)
    return app


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
