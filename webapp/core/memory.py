"""Holding off the garbage collector where it walks much that is kept and finds nothing.

Almost everything here is let go by counting references; the collector is there for cycles.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

WALKS_APART = 1000
"""Looks at what is young between two walks through everything, about 400,000 requests."""


def collect_rarely() -> None:
    """Walk seldom through what is old, and never through what is there already.

    For a process that answers readers, when its app is made. A walk through the half million
    objects of one that holds its matches takes 0.3 s, in which it answers nobody, and has found
    a dozen objects for each thousand that looks at young ones found. Making the app leaves a
    thousand: not worth the 0.3 s either.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, WALKS_APART)


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile; afterwards all is as it was.

    For a short stretch of work in a process that does one thing at a time. Around a whole
    function, what it made is gone again before anything could walk it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
