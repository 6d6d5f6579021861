"""Bodies and files by key, in a local folder or any S3-compatible store.

The only module that touches the store. A key is a plain relative path. Whatever goes
wrong below is `ObjectMissing` or `StorageDown`; no library's own error leaves here.
"""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from flask import current_app

from webapp.core.objects.keys import ObjectMissing, Objects, StorageDown
from webapp.core.objects.local import LocalObjects
from webapp.core.objects.s3 import S3Objects
from webapp.core.settings import current_settings

__all__ = ["ObjectMissing", "Objects", "StorageDown", "current_objects", "open_objects"]

EXTENSION = "guildhall.objects"


def open_objects(storage_url: str) -> Objects:
    """Open the store a `file:///…` or `s3://…` address names; ValueError for any other."""
    parts = urlsplit(storage_url)
    if parts.scheme == "file" and parts.netloc in {"", "localhost"} and parts.path != "/":
        return LocalObjects(parts.path)
    if parts.scheme == "s3":
        return S3Objects(storage_url)
    raise ValueError("wants file:///some/folder or s3://host/bucket")


def current_objects() -> Objects:
    """Give the running app's store, opened once."""
    if EXTENSION not in current_app.extensions:
        current_app.extensions[EXTENSION] = open_objects(current_settings().storage_url)
    return cast("Objects", current_app.extensions[EXTENSION])
