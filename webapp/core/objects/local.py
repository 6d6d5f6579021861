"""Objects as files in one local folder.

Written with the standard library, not with obstore: its thread pool does not survive the
worker's fork (a child that reads hangs), it cannot make private folders, and it does not
fsync. Written so that power loss leaves either the whole body or none: the temporary file
is fsynced before the rename, its folder after it.
"""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from webapp.core.objects.keys import STAGING, ObjectMissing, StorageDown, checked, checked_prefix

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
SHUT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class LocalObjects:
    """A folder of bodies, readable by this account alone."""

    def __init__(self, folder: str | Path) -> None:
        self.root = Path(folder)

    def put(self, key: str, body: bytes) -> None:
        """Write beside the place, then rename into it."""
        path = self._path(key)
        staged = path.with_name(f"{uuid.uuid4().hex}{STAGING}")
        with _storage_errors(key):
            self._make_folder(path.parent)
            try:
                _write_through(staged, body)
                staged.replace(path)
                _sync_folder(path.parent)
            except BaseException:
                with suppress(OSError):
                    staged.unlink()
                raise

    def get(self, key: str) -> bytes:
        """Give the body back; raises ObjectMissing."""
        with _storage_errors(key):
            return self._path(key).read_bytes()

    def exists(self, key: str) -> bool:
        """Say whether the key holds anything."""
        with _storage_errors(key):
            return self._path(key).is_file()

    def delete(self, key: str) -> None:
        """Forget the key."""
        with _storage_errors(key):
            self._path(key).unlink(missing_ok=True)

    def delete_older(self, key: str, before: datetime) -> bool:
        """Forget the key if it was last put before a moment, even while somebody puts it again.

        What was set aside is looked at once more: a body put meanwhile goes back to its place.
        """
        path = self._path(key)
        aside = path.with_name(f"{uuid.uuid4().hex}{STAGING}")
        try:
            with _storage_errors(key):
                if path.stat().st_mtime >= before.timestamp():
                    return False
                path.rename(aside)
        except ObjectMissing:
            return False
        with _storage_errors(key):
            old = aside.stat().st_mtime < before.timestamp()
            if not old:
                with suppress(FileExistsError):
                    os.link(aside, path)
            aside.unlink()
        return old

    def clear_staged(self, before: datetime) -> int:
        """Remove what writers that were killed left beside its place before a moment."""
        gone = 0
        with _storage_errors(""):
            for path in self.root.rglob(f"*{STAGING}"):
                with suppress(FileNotFoundError):
                    # Not when it was written: what is set aside by `delete_older` is old.
                    if path.stat().st_ctime < before.timestamp():
                        path.unlink()
                        gone += 1
        return gone

    def list(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Walk the folder; files being written are not there yet."""
        folder = checked_prefix(prefix)
        with _storage_errors(folder):
            yield from self._walk(self.root / folder if folder else self.root)

    def _walk(self, folder: Path) -> Iterator[tuple[str, int]]:
        if not folder.is_dir():
            return
        entries = sorted(os.scandir(folder), key=lambda e: e.name + "/" * e.is_dir())
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(Path(entry.path))
            elif entry.is_file(follow_symlinks=False) and not entry.name.endswith(STAGING):
                with suppress(FileNotFoundError):
                    size = entry.stat(follow_symlinks=False).st_size
                    yield Path(entry.path).relative_to(self.root).as_posix(), size

    def _path(self, key: str) -> Path:
        return self.root / checked(key)

    def _make_folder(self, folder: Path) -> None:
        missing = [folder, *folder.parents]
        missing = missing[: next(i for i, path in enumerate(missing) if path.is_dir())]
        for path in reversed(missing):
            path.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(path.parent)


def _write_through(path: Path, body: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def _storage_errors(key: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise ObjectMissing(key) from None
    except OSError as error:
        raise StorageDown(_sentence(error)) from error


def _sentence(error: OSError) -> str:
    if error.errno in FULL:
        return "The disk that keeps match files is full; free some space and try again."
    if error.errno in SHUT:
        return "This account may not write to the folder that keeps match files."
    return f"The folder that keeps match files cannot be used: {os.strerror(error.errno or 0)}."
