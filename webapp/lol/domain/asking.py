"""What is said while work is done: the steps of each kind, and the keys that runs share."""

from __future__ import annotations

from typing import Final

from webapp.lol.domain.riot_id import RiotId

MATCH_STEPS: Final = (
    "Wait for a worker",
    "Fetch the match",
    "Read it",
    "Work out what happened",
    "Keep it",
)
TIMELINE_STEPS: Final = (
    "Wait for a worker",
    "Fetch the timeline",
    "Read it",
    "Work out what happened",
    "Keep it",
)
UPLOAD_STEPS: Final = ("Wait for a worker", "Read it", "Work out what happened", "Keep it")
SUMMONER_STEPS: Final = (
    "Wait for a worker",
    "Find the account",
    "Fetch rank and mastery",
    "Fetch the list of matches",
    "Keep it and ask for the matches",
)


def match_key(match_id: str) -> str:
    """Name the work on a match: its bodies are never brought twice at once."""
    return f"lol.match:{match_id}"


def summoner_key(platform: str, riot_id: RiotId) -> str:
    """Name the work on an account; `platform` is empty where it must be found first."""
    name, tag = riot_id.key
    return f"lol.summoner:{platform}:{name}#{tag}"
