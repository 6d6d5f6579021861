"""What ranks are called, and which are taken together. Pure.

A rank is the game's number: tens are the medal, ones its stars.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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
_STARS: Final = 10


@dataclass(frozen=True, slots=True)
class Band:
    """Ranks taken together: medals `first` to `last`."""

    key: str
    first: int
    last: int

    @property
    def said(self) -> str:
        """Name its lowest and its highest medal."""
        return f"{MEDALS[self.first]} to {MEDALS[self.last]}"


BANDS: Final = (Band("1-2", 1, 2), Band("3-4", 3, 4), Band("5-6", 5, 6), Band("7-8", 7, 8))


def rank_said(rank_tier: int | None) -> str:
    """Name a rank; nothing where none is known. Immortal has no stars."""
    medal, stars = divmod(rank_tier or 0, _STARS)
    if not 0 < medal < len(MEDALS):
        return ""
    return f"{MEDALS[medal]} {stars}" if stars and medal < len(MEDALS) - 1 else MEDALS[medal]


def band_of(rank_tier: int | None) -> Band | None:
    """Give the band of a rank; None where no rank is known."""
    medal = (rank_tier or 0) // _STARS
    return next((band for band in BANDS if band.first <= medal <= band.last), None)
