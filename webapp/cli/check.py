"""One readable list of all that reads the source: format, rules, types, walls, faults, templates.

Runs all of them, two at once, however many fail, and shows what the failing ones said.
"""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from webapp.cli.environment import ROOT
from webapp.cli.terminal import say

if TYPE_CHECKING:
    import argparse

AT_ONCE: Final = 2
_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"


@dataclass(frozen=True, slots=True)
class Check:
    """One reader of the source and how Python runs it."""

    name: str
    words: tuple[str, ...]


# The longest begins first: all the others are through before it.
CHECKS = (
    Check("mypy strict", ("-m", "mypy")),
    Check("ruff format", ("-m", "ruff", "format", "--check", ".", "guildhall")),
    Check("ruff rules", ("-m", "ruff", "check", ".", "guildhall")),
    Check("import walls", ("-c", _IMPORTS)),
    Check("bandit", ("-m", "bandit", "-q", "-ll", "-r", "webapp", "worker", "wsgi.py")),
    Check("templates", ("-m", "djlint", "templates", "--lint", "--quiet")),
)


def check(_options: argparse.Namespace) -> int:
    """Run every check; 1 when any failed."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        failed = [said for said in pool.map(_run, CHECKS) if said is not None]
    say(*(f"\n{said.rstrip()}" for said in failed))
    return 1 if failed else 0


def _run(wanted: Check) -> str | None:
    """Run one check, tell its line of the list, and give what it said if it failed."""
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, *wanted.words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    mark = "✕" if ended.returncode else "✓"
    say(f"{mark} {wanted.name:<14} {time.monotonic() - began:5.1f} s")
    return f"{wanted.name}\n{ended.stdout}" if ended.returncode else None
