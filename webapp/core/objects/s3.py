"""Objects in an S3-compatible store, through obstore.

The address is `s3://KEY:SECRET@host:port/bucket/prefix?region=…&scheme=http`; what it
leaves out comes from the usual AWS names in the environment (`s3://bucket/prefix` alone is
AWS itself). The library's threads do not survive a fork, so a process that used a
store and forked gets a sentence in the child, not a child that hangs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import S3Store

from webapp.core.objects.keys import ObjectMissing, StorageDown, checked, checked_prefix

_used_by: set[int] = set()


class S3Objects:
    """A bucket, or a folder of it."""

    def __init__(self, storage_url: str) -> None:
        self._config, self._client, prefix = _read(storage_url)
        self._prefix = checked_prefix(prefix)
        self._opened: S3Store | None = None

    def put(self, key: str, body: bytes) -> None:
        """Send the body in one request, or in parts that appear together."""
        with _storage_errors(key):
            obstore.put(self._store(), self._at(key), body)

    def get(self, key: str) -> bytes:
        """Give the body back; raises ObjectMissing."""
        with _storage_errors(key):
            return bytes(obstore.get(self._store(), self._at(key)).bytes())

    def exists(self, key: str) -> bool:
        """Say whether the key holds anything."""
        try:
            with _storage_errors(key):
                obstore.head(self._store(), self._at(key))
        except ObjectMissing:
            return False
        return True

    def delete(self, key: str) -> None:
        """Forget the key."""
        try:
            with _storage_errors(key):
                obstore.delete(self._store(), self._at(key))
        except ObjectMissing:
            return

    def delete_older(self, key: str, before: datetime) -> bool:
        """Forget the key if it was last put before a moment.

        The store knows no such step, so a body put between look and deletion would go too; who
        calls this for what nobody put for a day keeps far away from that.
        """
        try:
            with _storage_errors(key):
                if obstore.head(self._store(), self._at(key))["last_modified"] >= before:
                    return False
                obstore.delete(self._store(), self._at(key))
        except ObjectMissing:
            return False
        return True

    def clear_staged(self, before: datetime) -> int:
        """Remove nothing: the store itself keeps what is not whole out of sight."""
        del before
        return 0

    def list(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Give every key below a folder; the store answers in pages."""
        folder = checked_prefix(prefix)
        below = "/".join(part for part in (self._prefix, folder) if part)
        cut = len(self._prefix) + 1 if self._prefix else 0
        with _storage_errors(folder):
            for page in obstore.list(self._store(), below or None):
                yield from sorted((item["path"][cut:], int(item["size"])) for item in page)

    def _at(self, key: str) -> str:
        return f"{self._prefix}/{checked(key)}" if self._prefix else checked(key)

    def _store(self) -> S3Store:
        _used_by.add(os.getpid())
        if _used_by != {os.getpid()}:
            raise StorageDown("Object storage was opened before this process was forked.")
        if self._opened is None:
            self._opened = S3Store(
                config=self._config,
                client_options=self._client,
                retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=20)},
            )
        return self._opened


def _read(storage_url: str) -> tuple[Any, Any, str]:
    parts = urlsplit(storage_url)
    options = dict(parse_qsl(parts.query))
    if unknown := set(options) - {"region", "scheme"}:
        raise ValueError(f"does not know the option {min(unknown)!r}")
    scheme = options.get("scheme", "https")
    if scheme not in {"http", "https"}:
        raise ValueError("wants scheme=http or scheme=https")
    config, prefix = _place(parts, scheme)
    config["disable_bulk_delete"] = True  # not every S3-compatible store knows it
    if region := options.get("region"):
        config["region"] = region
    client = {"allow_http": scheme == "http", "timeout": "20s", "connect_timeout": "3s"}
    return config, client, prefix


def _place(parts: SplitResult, scheme: str) -> tuple[dict[str, Any], str]:
    path = parts.path.strip("/")
    if parts.username is None and parts.port is None:
        return {"bucket": _named(parts.netloc)}, path
    bucket, _, prefix = path.partition("/")
    host = parts.netloc.rpartition("@")[2]
    config: dict[str, Any] = {"bucket": _named(bucket), "endpoint": f"{scheme}://{host}"}
    config["virtual_hosted_style_request"] = False
    if parts.username is not None:
        config["access_key_id"] = unquote(parts.username)
        config["secret_access_key"] = unquote(parts.password or "")
    return config, prefix


def _named(bucket: str) -> str:
    if not bucket:
        raise ValueError("names no bucket")
    return bucket


@contextmanager
def _storage_errors(key: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise ObjectMissing(key) from None
    except (PermissionDeniedError, UnauthenticatedError) as error:
        raise StorageDown("Object storage did not accept our key.") from error
    except BaseError as error:
        raise StorageDown("Object storage does not answer; try again shortly.") from error
