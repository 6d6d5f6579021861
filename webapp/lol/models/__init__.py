"""What is kept of League of Legends in Postgres: matches, page slices, accounts, ranks, mastery.

Raw bodies are files in the object store; rows only name them.
"""

from __future__ import annotations

from webapp.lol.models.account import (
    LolAccount,
    LolKnownPuuid,
    LolLive,
    LolMastery,
    LolPlayed,
    LolRank,
)
from webapp.lol.models.key import LolKey
from webapp.lol.models.match import LolMatch, LolPlayer, LolSlice
from webapp.lol.models.shape import LolCurve, LolPlay
from webapp.lol.models.talk import LolTalk
from webapp.lol.models.upload import LolUpload
from webapp.lol.models.wording import LolWording

__all__ = [
    "LolAccount",
    "LolCurve",
    "LolKey",
    "LolKnownPuuid",
    "LolLive",
    "LolMastery",
    "LolMatch",
    "LolPlay",
    "LolPlayed",
    "LolPlayer",
    "LolRank",
    "LolSlice",
    "LolTalk",
    "LolUpload",
    "LolWording",
]
