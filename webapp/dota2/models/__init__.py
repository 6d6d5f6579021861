"""What is kept of Dota 2 in Postgres: matches, page slices, players, histories, leagues.

Raw bodies are files in the object store; rows only name them.
"""

from __future__ import annotations

from webapp.dota2.models.league import Dota2League, Dota2LeagueMatch
from webapp.dota2.models.match import (
    Dota2Match,
    Dota2ParseRequest,
    Dota2Player,
    Dota2Slice,
    Dota2Upload,
)
from webapp.dota2.models.person import (
    Dota2Account,
    Dota2HeroRecord,
    Dota2History,
    Dota2Peer,
    Dota2Vanity,
)
from webapp.dota2.models.wording import Dota2Wording

__all__ = [
    "Dota2Account",
    "Dota2HeroRecord",
    "Dota2History",
    "Dota2League",
    "Dota2LeagueMatch",
    "Dota2Match",
    "Dota2ParseRequest",
    "Dota2Peer",
    "Dota2Player",
    "Dota2Slice",
    "Dota2Upload",
    "Dota2Vanity",
    "Dota2Wording",
]
