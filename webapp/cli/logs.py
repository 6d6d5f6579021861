"""Keeps the logs of long-running parts from filling the disk."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_BYTES = 20_000_000


def trim_logs(folder: Path) -> None:
    """Move what a long log says to one older file, and let its writer go on.

    The writers append, so the file may be emptied beneath them.
    """
    for log in folder.glob("*.log"):
        if log.stat().st_size > LONGEST_BYTES:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)
