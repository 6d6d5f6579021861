"""When garbage is looked for: not amid work, and seldom where readers are answered."""

from __future__ import annotations

import gc
import subprocess
import sys

from webapp.core.memory import uncollected

RARELY = """
import gc
from webapp.core.memory import WALKS_APART, collect_rarely
kept = [[number] for number in range(1000)]
collect_rarely()
assert gc.get_freeze_count() > 1000
assert gc.get_threshold() == (700, 10, WALKS_APART)
assert gc.isenabled()
"""


def test_what_is_there_is_never_walked_and_the_rest_seldom() -> None:
    subprocess.run([sys.executable, "-c", RARELY], check=True)


def test_nothing_is_collected_meanwhile() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
