"""Finished pages kept whole and compressed on this machine's disk, named by their content.

Never holds anything personal, and never a page whose content can still change: a new
content version is a new name, and old names are swept away by age and total size.
"""

from __future__ import annotations

import tempfile
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

import zstandard
from flask import Flask, Response, current_app

from webapp.core.bounded import Bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzeug.datastructures import Accept

    from webapp.core.pages import Answer

EXTENSION = "guildhall.page_cache"
MOST_BYTES = 256 * 1024 * 1024
SWEEP_EVERY = 500
LEVEL = 9
HOT_PAGES = 256


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept page: its type and its body under zstd."""

    mimetype: str
    body: bytes

    def response(self, accepts: Accept) -> Response:
        """Answer in an encoding the browser reads; zstd as it lies, gzip and plain made."""
        if accepts["zstd"] > 0:
            return self._encoded(self.body, "zstd")
        if accepts["gzip"] > 0:
            return self._encoded(_gzip(self.body), "gzip")
        return Response(_plain(self.body), mimetype=self.mimetype)

    def _encoded(self, body: bytes, encoding: str) -> Response:
        response = Response(body, mimetype=self.mimetype)
        response.headers["Content-Encoding"] = encoding
        return response


@dataclass(slots=True)
class Cache:
    """Where pages are kept, those asked for last, and how many were written since a sweep."""

    folder: Path
    hot: Bounded[str, Kept] = field(default_factory=lambda: Bounded(HOT_PAGES))
    written: int = 0


def open_cache(app: Flask) -> None:
    """Open the folder pages are kept in."""
    folder = app.extensions["guildhall.settings"].data_dir / "cache" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    app.extensions[EXTENSION] = Cache(folder)


def load(key: str) -> Kept | None:
    """Give the kept page of this name, if there is one."""
    hot: Bounded[str, Kept] = current_app.extensions[EXTENSION].hot
    kept = hot.get(key)
    if kept is None:
        kept = _read(_path(key))
        if kept:
            hot.put(key, kept)
    return kept


def save(key: str, answer: Answer) -> Kept:
    """Keep a rendered page; a full disk only means it is rendered again next time."""
    kept = Kept(answer.mimetype, zstandard.ZstdCompressor(level=LEVEL).compress(answer.body))
    cache: Cache = current_app.extensions[EXTENSION]
    try:
        _write(_path(key), kept.mimetype.encode() + b"\n" + kept.body)
    except OSError:
        return kept
    cache.written += 1
    if cache.written % SWEEP_EVERY == 0:
        sweep(cache.folder, MOST_BYTES)
    return kept


def sweep(folder: Path, most_bytes: int) -> int:
    """Delete the longest unused pages until the rest fit; gives how many went."""
    files = sorted(_files(folder))
    total, gone = sum(size for _, size, _ in files), 0
    for _, size, file in files:
        if total <= most_bytes:
            break
        file.unlink(missing_ok=True)
        total, gone = total - size, gone + 1
    return gone


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """Give when each file was used last, and its size; another process may sweep beside."""
    for file in folder.glob("*/*"):
        with suppress(FileNotFoundError):
            told = file.stat()
            if S_ISREG(told.st_mode):
                yield told.st_atime, told.st_size, file


@lru_cache(maxsize=HOT_PAGES)
def _gzip(body: bytes) -> bytes:
    return zlib.compress(_plain(body), level=6, wbits=31)


def _plain(body: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(body)


def _read(path: Path) -> Kept | None:
    """Read a page; nothing flushes them, so after a power loss a file may be there and empty."""
    try:
        kind, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return Kept(kind.decode(), body) if kind and body else None


def _path(key: str) -> Path:
    cache: Cache = current_app.extensions[EXTENSION]
    return cache.folder / key[:2] / key[2:]


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        new = Path(file.name)
        try:
            file.write(body)
            file.flush()
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
