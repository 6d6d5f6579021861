"""Platforms and the regional routes their matches and accounts are asked of.

Facts of the Riot API's routing table. `sea` holds matches but no accounts: those are asked of asia.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform: `name` begins its match ids, `words` is what players call it."""

    name: str
    region: str
    words: str
    tag: str

    @property
    def route(self) -> str:
        """Give the platform as it stands in addresses."""
        return self.name.lower()

    @property
    def account_region(self) -> str:
        """Give the region accounts of this platform are asked of."""
        return "asia" if self.region == "sea" else self.region


_TABLE: Final = (
    ("EUW1", "europe", "Europe West", "EUW"),
    ("EUN1", "europe", "Europe Nordic & East", "EUNE"),
    ("NA1", "americas", "North America", "NA"),
    ("KR", "asia", "Korea", "KR"),
    ("BR1", "americas", "Brazil", "BR"),
    ("LA1", "americas", "Latin America North", "LAN"),
    ("LA2", "americas", "Latin America South", "LAS"),
    ("TR1", "europe", "Türkiye", "TR"),
    ("RU", "europe", "Russia", "RU"),
    ("ME1", "europe", "Middle East", "ME"),
    ("JP1", "asia", "Japan", "JP"),
    ("OC1", "sea", "Oceania", "OCE"),
    ("SG2", "sea", "Southeast Asia", "SEA"),
    ("TW2", "sea", "Taiwan", "TW"),
    ("VN2", "sea", "Vietnam", "VN"),
    ("PBE1", "americas", "Public Beta", "PBE"),
)
PLATFORMS: Final = {row[0]: Platform(*row) for row in _TABLE}
_MERGED: Final = {"PH2": "SG2", "TH2": "SG2"}
"""Platforms that became part of another; their match ids keep the old name."""
_MERGED_SAID: Final = {"eun": "EUN1", "ph": "SG2", "ph2": "SG2", "th": "SG2", "th2": "SG2"}
_SAID: Final = {
    **{name.lower(): name for name in PLATFORMS},
    **{name.lower().rstrip("12"): name for name in PLATFORMS if not name.startswith("LA")},
    **{one.tag.lower(): one.name for one in PLATFORMS.values()},
    **_MERGED_SAID,
}
REGIONS: Final = ("americas", "asia", "europe", "sea")


def platform_of(text: str) -> Platform | None:
    """Find a platform by any of its names (`euw`, `EUW1`); None for what is none."""
    return PLATFORMS.get(_SAID.get(text.strip().lower(), ""))


def platform_of_match(match_id: str) -> Platform | None:
    """Find the platform a match id belongs to, old names included."""
    prefix = match_id.partition("_")[0].upper()
    return PLATFORMS.get(_MERGED.get(prefix, prefix))


def key_budget(route: str) -> str:
    """Name what counts all calls of our key on one route; pages tell how much of it is left."""
    return f"riot:{route}:app"
