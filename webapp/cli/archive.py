"""What a backup file is: a tar of tables, objects, and last a manifest that vouches for both.

Members: `tables/<name>.copy.zst` (Postgres' text COPY form), `objects/<key>`, `manifest.json`.
Reading checks every byte against the manifest; nothing here touches a database.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import msgspec

from webapp.cli.errors import StopCommandError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 1
MANIFEST = "manifest.json"
TABLES, OBJECTS = "tables/", "objects/"
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One file in the archive and what vouches for it."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it was saved; `columns` is the order of its values."""

    name: str
    columns: list[str]
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the backup holds: made by which version, in which database shape."""

    format: int
    version: str
    made_at: str
    revision: str
    tables: list[Table]
    sequences: dict[str, int]
    objects: int
    members: list[Member]


class ArchiveWriter:
    """Adds members one by one and remembers what vouches for them."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.members: list[Member] = []

    def add(self, name: str, body: bytes) -> None:
        """Add a member from memory."""
        self.add_file(name, io.BytesIO(body))

    def add_file(self, name: str, file: IO[bytes]) -> None:
        """Add a member from an open file, read from its beginning."""
        digest = hashlib.sha256()
        file.seek(0)
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
        self._append(name, file)
        self.members.append(Member(name, file.tell(), digest.hexdigest()))

    def close_with(self, manifest: Manifest) -> None:
        """Add the manifest, which makes the archive whole."""
        self._append(MANIFEST, io.BytesIO(msgspec.json.encode(manifest)))

    def _append(self, name: str, file: IO[bytes]) -> None:
        info = tarfile.TarInfo(name)
        info.size = file.seek(0, io.SEEK_END)
        file.seek(0)
        self._tar.addfile(info, file)


def read_manifest(tar: tarfile.TarFile, path: Path) -> Manifest:
    """Read what a backup holds; raises StopCommandError when it is not a whole backup."""
    try:
        file = tar.extractfile(MANIFEST)
        manifest = msgspec.json.decode(file.read() if file else b"", type=Manifest)
    except (KeyError, msgspec.MsgspecError) as error:
        raise StopCommandError(f"{path} is not a whole backup: it has no manifest.") from error
    if manifest.format != FORMAT:
        raise StopCommandError(
            f"{path} was made by version {manifest.version}, in a form this version cannot read."
        )
    return manifest


def verify(tar: tarfile.TarFile, manifest: Manifest, path: Path) -> None:
    """Check that every member is there and byte for byte what was saved."""
    for member in manifest.members:
        try:
            digest = hashlib.sha256()
            for chunk in _chunks(member_file(tar, member.name)):
                digest.update(chunk)
        except KeyError as error:
            raise StopCommandError(f"{path} is damaged: {member.name} is missing.") from error
        if digest.hexdigest() != member.sha256:
            raise StopCommandError(f"{path} is damaged: {member.name} is not what was saved.")


def member_file(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    """Open a member for reading; raises KeyError when it is absent or not a plain file."""
    file = tar.extractfile(name)
    if file is None:
        raise KeyError(name)
    return file


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK_BYTES):
        yield chunk
