"""Matches in and out: files first, then the rows that name them.

A row never points at nothing: files have immutable names made of their content, are
written before the transaction, and an unused one is only wasted space.
"""

from webapp.deadlock.store.matches.files import (
    Files,
    PackedRaw,
    Placed,
    Provenance,
    Raw,
    pack_raw,
    place_files,
)
from webapp.deadlock.store.matches.keeping import (
    hold_match,
    may_replace,
    pack_slices,
    renew_pages,
    save_match,
)
from webapp.deadlock.store.matches.listing import (
    count_matches,
    known_matches,
    newest_fetch,
    recent_matches,
    stale_matches,
)
from webapp.deadlock.store.matches.reading import (
    content_version,
    load_all_slices,
    load_file,
    load_raw,
    load_row,
    load_row_alone,
    load_slices,
    version_and_length,
)

__all__ = [
    "Files",
    "PackedRaw",
    "Placed",
    "Provenance",
    "Raw",
    "content_version",
    "count_matches",
    "hold_match",
    "known_matches",
    "load_all_slices",
    "load_file",
    "load_raw",
    "load_row",
    "load_row_alone",
    "load_slices",
    "may_replace",
    "newest_fetch",
    "pack_raw",
    "pack_slices",
    "place_files",
    "recent_matches",
    "renew_pages",
    "save_match",
    "stale_matches",
    "version_and_length",
]
