"""What can be taken away of a match: its bodies as they came, and everything worked out."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from webapp.core.objects import ObjectMissing
from webapp.lol.store import matches, uploads


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file to save; `version` names its content."""

    body: bytes
    filename: str
    version: str


def raw_file(match_id: str) -> KeptFile | None:
    """Give the match body as it came."""
    row = matches.load_row(match_id)
    if row is None:
        return None
    try:
        return KeptFile(matches.load_raw(row), f"{match_id}.json", row.raw_sha256)
    except ObjectMissing:
        return None


def timeline_file(match_id: str) -> KeptFile | None:
    """Give the timeline as it came; None where none did."""
    row = matches.load_row(match_id)
    if row is None or row.timeline_key is None:
        return None
    try:
        body = matches.load_bodies(row).beside["timeline"]
    except ObjectMissing:
        return None
    return KeptFile(body, f"{match_id}-timeline.json", row.timeline_key.rpartition("-")[2])


def analysis_file(match_id: str) -> KeptFile | None:
    """Give every slice of a match as one JSON document."""
    row = matches.load_row(match_id)
    if row is None:
        return None
    body = msgspec.json.encode(matches.load_all_slices(match_id))
    return KeptFile(body, f"{match_id}-analysis.json", row.content_version)


def match_of_upload(digest: str) -> str | None:
    """Say which match a brought file turned out to hold."""
    upload = uploads.load_upload(digest)
    return upload.match_id if upload else None
