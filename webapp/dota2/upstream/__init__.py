"""Asking OpenDota and the Steam Web API: bytes and typed replies, no meaning.

Every answer becomes one of the errors of `webapp.core.upstream_errors`, with a sentence a player
understands. Parsing of matches is `domain`'s, keeping is `store`'s.
"""

from webapp.dota2.upstream.opendota import OpenDota, open_opendota
from webapp.dota2.upstream.pictures import Pictures, open_pictures
from webapp.dota2.upstream.replies import (
    HeroRecord,
    LeaguePage,
    ListedMatch,
    MatchReply,
    ParseJob,
    Peer,
    PlayedMatch,
    Profile,
    SteamProfile,
)
from webapp.dota2.upstream.steam import Steam, open_steam

__all__ = [
    "HeroRecord",
    "LeaguePage",
    "ListedMatch",
    "MatchReply",
    "OpenDota",
    "ParseJob",
    "Peer",
    "Pictures",
    "PlayedMatch",
    "Profile",
    "Steam",
    "SteamProfile",
    "open_opendota",
    "open_pictures",
    "open_steam",
]
