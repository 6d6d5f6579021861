"""From a reader's replay to a match kept like any other: run by workers only.

The replay is laid in a folder of its own, unpacked within caps and read by a process that is shut
in (`reader`). What comes out is a body like OpenDota's, read and analysed as every other; the
replay itself is not kept, and what OpenDota read of the match's replay is never replaced.
"""

from webapp.dota2.ingest.replay.job import ingest_replay

__all__ = ["ingest_replay"]
