"""Starting a jailed process and saying how it ended; it never outlives the call.

The script is a file run by a fresh Python with an empty environment: nothing of this
process, no secret and no open socket, is handed on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from webapp.core.jail.walls import PARENT

ROOT = Path(__file__).parents[3]
End = Literal["done", "timeout", "memory", "crash"]
LAST_WORDS = 2_000
OUT_OF_MEMORY = (b"MemoryError", b"memory allocation", b"Cannot allocate", b"out of memory")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a jailed process ended, and the last it wrote to standard error."""

    how: End
    last_words: str = ""


def run_jailed(
    script: Path,
    arguments: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a script that puts up its own walls; kills it and all its kin when time is up."""
    said = folder / "stderr"
    with said.open("wb") as errors:
        child = subprocess.Popen(
            [sys.executable, "-P", "-B", str(script), *arguments],
            cwd=folder,
            env={
                "PYTHONPATH": str(ROOT),
                "HOME": str(folder),
                PARENT: str(os.getpid()),
                **(environment or {}),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        try:
            code = child.wait(seconds)
        except subprocess.TimeoutExpired:
            return Ended("timeout")
        finally:
            _kill(child)
    return _ended(code, said)


def _kill(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _ended(code: int, said: Path) -> Ended:
    with said.open("rb") as file:
        file.seek(max(0, said.stat().st_size - LAST_WORDS))
        words = file.read(LAST_WORDS)
    text = words.decode("utf-8", "replace")
    if code == 0:
        return Ended("done", text)
    if code == -signal.SIGXCPU:
        return Ended("timeout", text)
    # Nobody but the kernel, out of memory, kills it without our knowing.
    if code == -signal.SIGKILL or any(sign in words for sign in OUT_OF_MEMORY):
        return Ended("memory", text)
    return Ended("crash", text)
