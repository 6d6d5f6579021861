"""What can be taken away of a match: its body as it came, everything worked out about it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from webapp.core.objects import ObjectMissing
from webapp.dota2.store import matches, uploads


@dataclass(frozen=True, slots=True)
class RawFile:
    """A body as it came; `name` is made of its content."""

    name: str
    body: bytes


def raw_file(match_id: int) -> RawFile | None:
    """Give the body as the upstream or the reader sent it."""
    row = matches.load_row(match_id)
    if row is None:
        return None
    try:
        return RawFile(row.raw_sha256, matches.load_raw(row))
    except ObjectMissing:
        return None


def analysis_json(match_id: int) -> bytes | None:
    """Give every part of a match's analysis as one JSON object."""
    slices = matches.load_all_slices(match_id)
    return msgspec.json.encode(slices) if slices else None


def match_of_upload(digest: str) -> int | None:
    """Give the match a brought file turned out to hold."""
    upload = uploads.load_upload(digest)
    return upload.match_id if upload else None
