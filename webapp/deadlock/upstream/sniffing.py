"""Telling what bytes are by how they begin: names and types the archive sends may lie."""

from __future__ import annotations

from webapp.deadlock.upstream.replies import Packing


def packing_of(body: bytes) -> Packing:
    """Say how a raw match is packed; `.bz2` in its name says nothing since July 2026."""
    if body.startswith(b"BZh"):
        return "bzip2"
    if body.startswith(b"\x28\xb5\x2f\xfd"):
        return "zstd"
    return "none"
