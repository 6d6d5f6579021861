"""The files behind a match's downloads, read from storage as they lie."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import msgspec

from webapp.core.objects import ObjectMissing
from webapp.deadlock.domain.columns import positions_table, records_table
from webapp.deadlock.domain.demos import csv_of
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.pages.demo.heights import heights_json
from webapp.deadlock.store import demos, matches, uploads

SUFFIXES = {"json": ("application/json", "json")}


@dataclass(frozen=True, slots=True)
class File:
    """One stored file: its bytes, its name in storage, what it is and what to call it."""

    body: bytes
    name: str
    mimetype: str = "application/octet-stream"
    filename: str = "file"


def paths_file(match_id: int) -> File | None:
    """Give the positions of a match, packed."""
    row = matches.load_row(match_id)
    return _file(row.paths_key) if row and row.paths_key else None


def damage_file(match_id: int) -> File | None:
    """Give the damage matrix of a match as Parquet."""
    row = matches.load_row(match_id)
    return _file(row.damage_key) if row and row.damage_key else None


def positions_parquet(match_id: int) -> bytes | None:
    """Give the positions of a match as Parquet."""
    found = paths_file(match_id)
    return positions_table(decode_paths(found.body)) if found else None


def snapshots_parquet(match_id: int) -> bytes | None:
    """Give every player's snapshots as Parquet."""
    moments = matches.load_slices(match_id, "moments").get("moments")
    return records_table(moments.samples, match_id) if moments and moments.samples else None


def is_kept(match_id: int) -> bool:
    """Say whether a match is kept here."""
    return matches.content_version(match_id) is not None


def demo_file(match_id: int, dataset: str) -> File | None:
    """Give one table of a match's demo as Parquet."""
    demo = demos.load_demo(match_id)
    table = demo.tables.get(dataset) if demo else None
    return _file(table["key"]) if table else None


def demo_csv(match_id: int, dataset: str) -> bytes | None:
    """Give one table of a match's demo as CSV."""
    found = demo_file(match_id, dataset)
    return csv_of(found.body) if found else None


def demo_heights(match_id: int) -> bytes | None:
    """Give everybody's height in metres at every second, as JSON by slot."""
    return heights_json(match_id)


def match_of_demo(name: UUID) -> int | None:
    """Say which match a brought demo is of, if it was read or brought for one."""
    upload = demos.load_demo_upload(name)
    return upload.match_id if upload else None


def raw_file(match_id: int) -> File | None:
    """Give the body of a match as it came."""
    row = matches.load_row(match_id)
    return _raw(row) if row else None


def analysis_json(match_id: int) -> bytes | None:
    """Give everything worked out about a match as one JSON document."""
    slices = matches.load_all_slices(match_id)
    return msgspec.json.encode({"match_id": match_id, **slices}) if slices else None


def match_of_upload(digest: str) -> int | None:
    """Say which match a brought file holds, if it was read."""
    upload = uploads.load_upload(digest)
    return upload.match_id if upload else None


def _file(key: str) -> File | None:
    try:
        return File(matches.load_file(key), key.rsplit("/", 1)[-1])
    except ObjectMissing:
        return None


def _raw(row: DeadlockMatch) -> File | None:
    kind, suffix = SUFFIXES.get(row.raw_format, ("application/octet-stream", "meta.bz2"))
    try:
        body = matches.load_raw(row)
    except ObjectMissing:
        return None
    return File(body, row.raw_sha256[:32], kind, f"{row.match_id}.{suffix}")
