"""Holding off the garbage collector while many objects are made that will all be kept.

For a short stretch of work in a process that does one thing at a time; a collection in the
middle of it walks everything made so far and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile; afterwards all is as it was.

    Around a whole function, what it made is gone again before anything could walk it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
