"""With whom a player came."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from webapp.dota2.domain.analysis.scoreboard import ScoreRow

_WHOLE_LOBBY: Final = 10


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
