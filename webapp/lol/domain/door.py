"""What a text means in this room: a match id, or a Riot ID with or without its platform."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.platforms import Platform, platform_of, platform_of_match
from webapp.lol.domain.riot_id import RiotId, read_riot_id

LAST_GENERATED: Final = 999
"""Numbers up to this one are kept for generated samples."""
MATCH_ID: Final = re.compile(r"([A-Z]{2,4}[0-9]?)_([0-9]{1,12})")
ESPORTS: Final = re.compile(r"ESPORTSTMNT0[0-9]_[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A Riot ID, and the platform where it was said."""

    riot_id: RiotId
    platform: Platform | None


def read_match_id(text: str) -> str | None:
    """Read a match id as the wire writes it; None for what is none of a platform we know."""
    found = text.strip().upper()
    if ESPORTS.fullmatch(found):
        return found
    parts = MATCH_ID.fullmatch(found)
    return found if parts and platform_of_match(found) else None


def is_generated(match_id: str) -> bool:
    """Say whether a match id is one of those kept for samples."""
    return int(match_id.rpartition("_")[2]) <= LAST_GENERATED


def read_somebody(text: str) -> Somebody | None:
    """Read `Name#TAG`, or `platform/Name#TAG` as a link to another site says it."""
    before, slash, rest = text.partition("/")
    riot_id = read_riot_id(rest if slash else text)
    platform = platform_of(before) if slash else None
    if riot_id is None or (slash and platform is None):
        return None
    return Somebody(riot_id, platform)
