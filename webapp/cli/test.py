"""Runs every check and every test; what continuous integration runs, and nothing more.

Words after `test` go to pytest. Naming tests leaves the checks out: then a person is
working on those tests. All of them are shared out between two processes, each with a
database of its own. Three took as long on two cores, and what is timed failed then.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from webapp.cli.check import check
from webapp.cli.chromium import ensure_chromium
from webapp.cli.environment import ROOT
from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse


# Files keep the order they were collected in: long ones first, as tests/conftest.py puts them.
TWO_AT_ONCE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def test(options: argparse.Namespace) -> int:
    """Check, find a browser, run pytest; the first failing exit code is the command's."""
    failed_checks = 0 if options.rest else check(options)
    environ = {**os.environ}
    if chromium := ensure_chromium(environ):
        environ["CHROMIUM"] = str(chromium)
    if failed_checks:
        say("The checks above failed; the tests run all the same.", "")
    words = [sys.executable, "-m", "pytest", *(options.rest or TWO_AT_ONCE)]
    tests = subprocess.run(words, cwd=ROOT, env=environ, check=False).returncode
    return tests or failed_checks
