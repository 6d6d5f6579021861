"""Asking the Deadlock match archive: bytes and typed replies, no meaning.

Every answer of the archive becomes one of the errors of `webapp.core.upstream_errors`, with
a sentence a player understands. Parsing of matches is `domain`'s, keeping is `store`'s.
"""

from webapp.deadlock.upstream.client import DeadlockUpstream, open_deadlock
from webapp.deadlock.upstream.replies import (
    AssetsReply,
    HistoryEntry,
    MatchHistory,
    MetadataReply,
    Salts,
    SteamProfile,
)

__all__ = [
    "AssetsReply",
    "DeadlockUpstream",
    "HistoryEntry",
    "MatchHistory",
    "MetadataReply",
    "Salts",
    "SteamProfile",
    "open_deadlock",
]
