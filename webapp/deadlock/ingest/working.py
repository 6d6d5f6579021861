"""One match from bytes to all that is kept of it, but for the rows.

What is mostly packing and waiting for a disk runs in a thread beside what is mostly thinking:
the body is packed while it is read, the column files while the match is analysed.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from webapp.core.objects import current_objects
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.columns import pack_damage, pack_paths
from webapp.deadlock.domain.records import Match
from webapp.deadlock.ingest.body import parse_body
from webapp.deadlock.store import matches
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.matches import Files, PackedRaw, Placed, Raw


def read_match(raw: Raw, match_id: int | None = None) -> tuple[Match, PackedRaw]:
    """Read a match and pack its body beside; raises MatchUnreadable."""
    with ThreadPoolExecutor(1) as beside:
        packing = beside.submit(matches.pack_raw, raw)
        match = parse_body(raw.body, expect_match_id=match_id)
        return match, packing.result()


class Worked(NamedTuple):
    """What is kept of a match beside the match itself, in the order `save_match` takes it."""

    analysis: Analysis
    raw: Raw
    placed: Placed
    slices: dict[str, bytes]


def work_out(match: Match, packed: PackedRaw) -> Worked:
    """Analyse a match while its files are packed and written beside."""
    names, objects = load_catalogue(), current_objects()
    with ThreadPoolExecutor(1) as beside:
        placing = beside.submit(
            lambda: matches.place_files(
                match.match_id,
                packed,
                lambda: Files(pack_paths(match, names), pack_damage(match)),
                objects,
            )
        )
        analysis = analyse(match)
        slices = matches.pack_slices(analysis)
        return Worked(analysis, packed.raw, placing.result(), slices)
