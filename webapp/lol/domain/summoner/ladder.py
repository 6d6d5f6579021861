"""Ranks as one number, so that a climb can be drawn, and as words.

Four divisions of 100 points make a tier up to Diamond; from Master on points only grow.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from webapp.lol.domain.played import Rank

TIERS: Final = (
    *("IRON", "BRONZE", "SILVER", "GOLD", "PLATINUM", "EMERALD", "DIAMOND"),
    *("MASTER", "GRANDMASTER", "CHALLENGER"),
)
APEX: Final = ("MASTER", "GRANDMASTER", "CHALLENGER")
DIVISIONS: Final = ("IV", "III", "II", "I")
SOLO: Final = "RANKED_SOLO_5x5"
FLEX: Final = "RANKED_FLEX_SR"
FLEX_GAMES: Final = 440
"""The queue of games that ranks in Flex are of."""
QUEUES: Final = {SOLO: "Solo/Duo", FLEX: "Flex"}
A_DIVISION: Final = 100
A_TIER: Final = 400


def unranked(queue: str, seen_at: datetime) -> Rank:
    """Give the rank of somebody who has none in a queue."""
    return Rank(queue, seen_at, "", "", 0, 0, 0)


def height_of(rank: Rank) -> int | None:
    """Give how high a rank is, in league points from Iron IV; None for a tier we do not know."""
    if rank.tier in APEX:
        return TIERS.index("MASTER") * A_TIER + rank.points
    if rank.tier not in TIERS or rank.division not in DIVISIONS:
        return None
    divisions = DIVISIONS.index(rank.division)
    return TIERS.index(rank.tier) * A_TIER + divisions * A_DIVISION + rank.points


def rank_words(rank: Rank) -> str:
    """Name a rank as players do: Gold II, Master, Unranked."""
    if not rank.tier:
        return "Unranked"
    tier = tier_word(rank.tier)
    return tier if rank.tier in APEX else f"{tier} {rank.division}"


def tier_word(tier: str) -> str:
    """Name a tier as players do: Gold."""
    return tier.capitalize()


def queue_asked(queue_id: int | None) -> str:
    """Give the ranked queue whose ranks tell most of a game in this one: Flex's own, else Solo."""
    return FLEX if queue_id == FLEX_GAMES else SOLO


def height_words(height: float) -> str:
    """Name the division a height is in."""
    tier = TIERS[max(0, min(int(height) // A_TIER, TIERS.index("MASTER")))]
    if tier in APEX:
        return "Master"
    return f"{tier.capitalize()} {DIVISIONS[int(height) % A_TIER // A_DIVISION]}"
