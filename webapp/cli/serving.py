"""What `web` becomes: the app, made once and then forked into the processes that answer.

Made before the fork it costs one start in place of one a process, and what it consists of
is in memory once. Nothing of it may hold a connection or a thread by then.
"""

from __future__ import annotations

import multiprocessing
import sys
from typing import Final

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
    Granian(
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
    ).serve()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
