"""Bytes to records: OpenDota's body of a match, or a match object of Steam's.

Everything here is hostile until read: the only error that leaves is MatchUnreadable.
"""

from webapp.dota2.domain.parse.body import parse_match

__all__ = ["parse_match"]
