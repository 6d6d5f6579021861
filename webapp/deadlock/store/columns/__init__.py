"""Column files of many matches in and out: files first, then the rows that name them.

A match counts in one segment, by its one row in `deadlock_segment_match`; a segment whose files
still hold what counts elsewhere, or no more, names those matches and every reader leaves them out.
"""

from webapp.deadlock.store.columns.reading import columns_version, scan

__all__ = ["columns_version", "scan"]
