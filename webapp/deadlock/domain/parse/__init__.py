"""Bytes to records: the JSON body, the protobuf body, and the wrappers either may come in.

Everything here is hostile until read: the only error that leaves is MatchUnreadable.
"""

from webapp.deadlock.domain.parse.body import parse_metadata
from webapp.deadlock.domain.parse.container import Kind, inflate, sniff
from webapp.deadlock.domain.parse.raw import as_json, parse_raw

__all__ = ["Kind", "as_json", "inflate", "parse_metadata", "parse_raw", "sniff"]
