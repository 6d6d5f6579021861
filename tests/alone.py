"""A few lines of Python in a process of their own, where nothing of the tests is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from tests.conftest import ROOT


def see_alone(lines: str, settings: Mapping[str, str]) -> None:
    """Run them with these settings; they end well, else what they said is told."""
    done = subprocess.run(
        [sys.executable, "-c", lines],
        env={**os.environ, **settings, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
