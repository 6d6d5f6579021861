"""What a player's rank is called, and with whom they came."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from webapp.dota2.domain.analysis.scoreboard import ScoreRow

MEDALS: Final = (
    "",
    "Herald",
    "Guardian",
    "Crusader",
    "Archon",
    "Legend",
    "Ancient",
    "Divine",
    "Immortal",
)
_WHOLE_LOBBY: Final = 10


def rank_said(rank_tier: int | None) -> str:
    """Name a rank: tens are the medal, ones its stars; nothing where none is known."""
    medal, stars = divmod(rank_tier or 0, 10)
    if not 0 < medal < len(MEDALS):
        return ""
    return f"{MEDALS[medal]} {stars}" if stars and medal < len(MEDALS) - 1 else MEDALS[medal]


def party_said(rows: Sequence[ScoreRow], row: ScoreRow) -> str:
    """Name a party of two to five by a letter; a lobby that came as one has none worth telling."""
    sizes: dict[int, int] = {}
    for one in rows:
        if one.party_id is not None:
            sizes[one.party_id] = sizes.get(one.party_id, 0) + 1
    real = [party for party, size in sizes.items() if 1 < size < _WHOLE_LOBBY]
    if row.party_id not in real:
        return ""
    return f"party {ascii_uppercase[real.index(row.party_id)]}"
