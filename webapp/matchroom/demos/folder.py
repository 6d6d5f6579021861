"""A folder for one demo while it is read: gone with the job, and after a day whatever happened."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webapp.core.settings import current_settings

OLD_S = 24 * 3600
ROOM = 1.2


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give an empty folder that only this account may read; nothing of it is left afterwards."""
    home = current_settings().data_dir / "demos"
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(home)
    with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def has_room(folder: Path, more_bytes: int) -> bool:
    """Say whether the disk can take this much more, and a little besides."""
    return shutil.disk_usage(folder).free > more_bytes * ROOM


def _sweep(home: Path) -> None:
    """Clear away what a job that was killed left behind."""
    for leftover in home.iterdir():
        if time.time() - leftover.stat().st_mtime > OLD_S:
            shutil.rmtree(leftover, ignore_errors=True)
