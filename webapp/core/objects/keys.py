"""What a store is and what may be a key in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

# Leaves out control characters, backslash, wildcard, percent: safe as path, URL and S3 key.
SEGMENT = re.compile(r"[A-Za-z0-9_@=+,~-][A-Za-z0-9._@=+,~-]{0,199}")
LONGEST = 900  # S3 allows 1,024 bytes; the bucket's own prefix needs room too
STAGING = "~part"


class ObjectMissing(KeyError):
    """There is nothing under this key."""

    def __str__(self) -> str:
        return f"Nothing is stored under {self.args[0]}."


class StorageDown(Exception):
    """The store cannot be used now; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Objects(Protocol):
    """Bodies by key. `put` is all or nothing; the last `put` of a key wins."""

    def put(self, key: str, body: bytes) -> None:
        """Keep the body under the key; when this returns it outlives a crash."""

    def get(self, key: str) -> bytes:
        """Give the body back; raises ObjectMissing."""

    def exists(self, key: str) -> bool:
        """Say whether the key holds anything."""

    def delete(self, key: str) -> None:
        """Forget the key; forgetting what is not there is no error."""

    def delete_older(self, key: str, before: datetime) -> bool:
        """Forget the key if it was last put before a moment; says whether it was forgotten."""

    def clear_staged(self, before: datetime) -> int:
        """Remove what was begun before a moment and never became an object; says how many."""

    def list(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Give every key below a folder (`""`: all) and its size in bytes, in key order."""


def checked(key: str) -> str:
    """Give the key back if it is one; raises ValueError."""
    if len(key) > LONGEST or key.endswith(STAGING):
        raise ValueError("not a storage key")
    if not all(SEGMENT.fullmatch(part) for part in key.split("/")):
        raise ValueError("not a storage key")
    return key


def checked_prefix(prefix: str) -> str:
    """Give a folder's prefix without its last slash; empty means everything."""
    folder = prefix.removesuffix("/")
    return checked(folder) if folder else ""
