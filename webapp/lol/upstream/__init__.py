"""Asking Riot's servers and Data Dragon: bytes and typed replies, no meaning.

Every answer becomes one of the errors of `webapp.core.upstream_errors`, with a sentence a
player understands; a refused key is KeyRefused, a game that is not shown to us NotShown, and
what needed no asking because it is known not to be there NotAsked.
Parsing is `domain`'s, keeping is `store`'s.
"""

from webapp.lol.upstream.absent import NotAsked
from webapp.lol.upstream.client import RiotUpstream, open_riot
from webapp.lol.upstream.ddragon import DataDragon, open_data_dragon
from webapp.lol.upstream.refused import KeyRefused, NotShown

__all__ = [
    "DataDragon",
    "KeyRefused",
    "NotAsked",
    "NotShown",
    "RiotUpstream",
    "open_data_dragon",
    "open_riot",
]
