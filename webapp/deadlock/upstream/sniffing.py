"""Telling what bytes are by how they begin: names and types the archive sends may lie."""

from __future__ import annotations

from webapp.deadlock.upstream.replies import Packing

PICTURES = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"WEBP", 8, "image/webp"),
    (b"avif", 8, "image/avif"),
    (b"GIF8", 0, "image/gif"),
)


def packing_of(body: bytes) -> Packing:
    """Say how a raw match is packed; `.bz2` in its name says nothing since July 2026."""
    if body.startswith(b"BZh"):
        return "bzip2"
    if body.startswith(b"\x28\xb5\x2f\xfd"):
        return "zstd"
    return "none"


def picture_type(body: bytes) -> str | None:
    """Give the type of a picture we would serve. SVG is none of them: it can hold script."""
    for magic, at, content_type in PICTURES:
        if body[at : at + len(magic)] == magic:
            return content_type
    return None
