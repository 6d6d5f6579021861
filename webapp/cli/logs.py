"""Keeps the logs of long-running parts from filling the disk."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_BYTES = 20_000_000
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def trim_logs(folder: Path) -> None:
    """Move what a long log says to one older file, and let its writer go on.

    The writers append, so the file may be emptied beneath them. What fails is tried again the
    next time: no log is worth the site.
    """
    for log in folder.glob("*.log"):
        with suppress(OSError):
            _trim(log)


def _trim(log: Path) -> None:
    """Trim one log; on a full disk its words give way, and those of the older file."""
    if log.stat().st_size <= LONGEST_BYTES:
        return
    older = log.with_suffix(".log.1")
    try:
        shutil.copyfile(log, older)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        older.unlink(missing_ok=True)
    os.truncate(log, 0)
