"""Bytes to records: a match body, and where there is one its timeline.

Nothing but MatchUnreadable leaves here, whatever the bytes are.
"""

from webapp.lol.domain.parse.body import parse_match

__all__ = ["parse_match"]
