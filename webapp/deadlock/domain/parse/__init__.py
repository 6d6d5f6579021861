"""Bytes to records: the JSON body, the protobuf body, and the wrappers either may come in.

Everything here is hostile until read: the only error that leaves is MatchUnreadable.
"""

from webapp.deadlock.domain.parse.body import parse_metadata

__all__ = ["parse_metadata"]
