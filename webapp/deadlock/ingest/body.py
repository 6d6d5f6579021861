"""What a body is by its bytes, and reading it: metadata JSON, or raw metadata however packed.

The name and type a body came under say nothing: the first bytes decide.
"""

from __future__ import annotations

from webapp.core.memory import uncollected
from webapp.deadlock.domain.parse import Kind, inflate, parse_metadata, parse_raw, sniff
from webapp.deadlock.domain.records import Match

PACKED = frozenset({"bzip2", "zstandard"})


def format_of(body: bytes) -> Kind:
    """Name how a body is written: json, protobuf, bzip2, zstandard or unknown."""
    return sniff(body)


def parse_body(body: bytes, *, expect_match_id: int | None = None) -> Match:
    """Read a match from whatever it came as; raises MatchUnreadable, and nothing else."""
    plain = inflate(body) if sniff(body) in PACKED else body
    read = parse_metadata if sniff(plain) == "json" else parse_raw
    with uncollected():
        return read(plain, expect_match_id=expect_match_id)
