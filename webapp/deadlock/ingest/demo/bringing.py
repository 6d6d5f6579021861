"""A demo on this worker's disk, before anybody has looked into it."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from pathlib import Path

from webapp.core.db import db
from webapp.core.objects import ObjectMissing
from webapp.deadlock.domain.demos import DemoRefused
from webapp.deadlock.store import demos

GONE = "The file is no longer here. Bring it again."


@dataclass(frozen=True, slots=True)
class Brought:
    """A demo on disk, as packed as it came, and its size unpacked once it is."""

    path: Path
    bytes: int
    sha256: str
    source: str
    plain_bytes: int = 0


def collect_upload(name: uuid.UUID, path: Path) -> Brought:
    """Put a brought demo's parts together on this worker's disk."""
    upload = demos.load_demo_upload(name)
    if upload is None or not upload.parts:
        raise DemoRefused(GONE)
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("xb") as file:
            for part in demos.upload_parts(upload):
                digest.update(part)
                size += len(part)
                file.write(part)
    except ObjectMissing as gone:
        raise DemoRefused(GONE) from gone
    db.session.rollback()
    return Brought(path, size, digest.hexdigest(), "upload")
