"""What the game's numbers for sources of gold and experience mean.

They are the game's own enumerations (`DOTA_ModifyGold_Reason`, `DOTA_ModifyXP_Reason`). That of
gold was drawn up anew when neutral creeps and bounty runes got numbers of their own, so the same
number means another thing in an old replay. Numbers only the new one has tell the two apart, and
so does number 14: once Roshan's, of a thousand or so a kill, now that of all neutral creeps.
"""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.records import Match
from webapp.dota2.domain.records.sums import Counts

NEW: Final = "new"
OLD: Final = "old"
_FIRST_OF_NEW: Final = 17
_ROSHAN: Final = "npc_dota_roshan"
_MOST_A_ROSHAN: Final = 1500
"""Gold all ten players got for one Roshan under number 14 was at most 1,294 in replays of 2015 to
2017; neutral creeps of one match give ten times that."""

_SHARED: Final = {
    "0": "other",
    "1": "deaths",
    "2": "buybacks",
    "5": "abandoned gold",
    "6": "items sold",
    "11": "buildings",
    "12": "heroes",
}
_NEW: Final = {
    **_SHARED,
    "13": "lane creeps",
    "14": "neutral creeps",
    "15": "Roshan",
    "16": "couriers",
    "17": "bounty runes",
    "18": "shared",
    "19": "abilities and items",
    "20": "wards",
    "21": "couriers",
}
_OLD: Final = {**_SHARED, "13": "creeps", "14": "Roshan", "15": "couriers"}

GOLD_WORDS: Final = (
    "lane creeps",
    "neutral creeps",
    "creeps",
    "heroes",
    "buildings",
    "bounty runes",
    "abilities and items",
    "Roshan",
    "wards",
    "couriers",
    "shared",
    "abandoned gold",
    "other",
)
"""Sources of earned gold, the order of every table."""
XP_WORDS: Final = ("creeps", "heroes", "Roshan", "tomes", "outposts", "other")
_XP: Final = {
    "0": "other",
    "1": "heroes",
    "2": "creeps",
    "3": "Roshan",
    "4": "tomes",
    "5": "outposts",
}
NOT_EARNED: Final = frozenset({"deaths", "buybacks", "items sold"})


def gold_dialect(match: Match) -> str | None:
    """Say which enumeration of gold the replay has, None where there is none."""
    given = [one.sums.gold_reasons for one in match.players if one.sums.gold_reasons]
    if not given:
        return None
    numbers = {int(key) for one in given for key in one if key.isdecimal()}
    fourteen = sum(one.get("14", 0) for one in given)
    new = max(numbers, default=0) >= _FIRST_OF_NEW or fourteen > _MOST_A_ROSHAN * _roshans(match)
    return NEW if new else OLD


def _roshans(match: Match) -> int:
    told = sum(one.kind == "roshan" for one in match.objectives or ())
    killed = sum((one.sums.killed or {}).get(_ROSHAN, 0) for one in match.players)
    return max(told, killed)


def gold_by_word(reasons: Counts, dialect: str | None) -> dict[str, int]:
    """Add up gold by its word; a number not known is "other"."""
    return _by_word(reasons, _NEW if dialect == NEW else _OLD)


def xp_by_word(reasons: Counts) -> dict[str, int]:
    """Add up experience by its word."""
    return _by_word(reasons, _XP)


def _by_word(reasons: Counts, words: dict[str, str]) -> dict[str, int]:
    made: dict[str, int] = {}
    for number, amount in reasons.items():
        word = words.get(number, "other")
        made[word] = made.get(word, 0) + amount
    return made
