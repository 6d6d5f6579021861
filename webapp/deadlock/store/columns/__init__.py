"""Column files of many matches in and out: files first, then the rows that name them.

A match counts in one segment, by its one row in `deadlock_segment_match`; a segment whose files
still hold what counts elsewhere, or no more, names those matches and every reader leaves them out.
"""

from webapp.deadlock.store.columns.gathering import (
    Saving,
    changed_matches,
    lost_matches,
    read_matches,
)
from webapp.deadlock.store.columns.keeping import (
    ChangedMeanwhileError,
    NewSegment,
    broken_segments,
    count_members,
    members_of,
    place_files,
    record,
    sweep_files,
)
from webapp.deadlock.store.columns.reading import columns_version, local_path, scan, segments

__all__ = [
    "ChangedMeanwhileError",
    "NewSegment",
    "Saving",
    "broken_segments",
    "changed_matches",
    "columns_version",
    "count_members",
    "local_path",
    "lost_matches",
    "members_of",
    "place_files",
    "read_matches",
    "record",
    "scan",
    "segments",
    "sweep_files",
]
