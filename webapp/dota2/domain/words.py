"""The words of this room: its sides, and how counts are said."""

from __future__ import annotations

SIDE_NAMES = {"a": "Radiant", "b": "Dire"}
SIDE_SHORT = SIDE_NAMES


def counted(number: int, one: str, more: str = "") -> str:
    """Count in words: "1 kill", "2,000 kills"; `more` for a plural that takes more than an s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


MATCH_STEPS = (
    "Wait for a worker",
    "Fetch the match from OpenDota",
    "Read it",
    "Work out the analysis",
    "Keep it",
)
PARSE_STEPS = (
    "Wait for a worker",
    "Ask OpenDota to read the replay",
    "Wait for OpenDota",
    "Fetch the match again",
    "Read it",
    "Work out the analysis",
    "Keep it",
)
REPLAY_STEPS = (
    "Wait for a worker",
    "Unpack the replay",
    "Watch the replay; a long match takes minutes",
    "Read what it told",
    "Work out the analysis",
    "Keep it",
)
UPLOAD_STEPS = ("Wait for a worker", "Read the file", "Work out the analysis", "Keep it")
PLAYER_STEPS = (
    "Wait for a worker",
    "Fetch the profile",
    "Fetch the matches",
    "Fetch heroes and company",
    "Keep it",
)
NAME_STEPS = ("Wait for a worker", "Ask Steam whose profile it is")
BENCHMARK_STEPS = ("Look for new matches", "Work out what is usual", "Keep it")
LEAGUE_STEPS = ("Wait for a worker", "Read the league’s list", "Fetch its matches")
CATALOGUE_STEPS = ("Fetch names", "Keep them")
CATALOGUE_KEY = "dota2.names"
LEAGUES_KEY = "dota2.leagues"
PARSE_COST = 10
REPLAY_GONE = (
    "OpenDota was asked and could not read this replay: the game keeps replays about ten days, "
    "and not for every match. The scoreboard stays."
)


def match_key(match_id: int) -> str:
    """Name the work of bringing a match: one run for however many ask."""
    return f"dota2.match:{match_id}"


def parse_key(match_id: int) -> str:
    """Name the work of having a replay read."""
    return f"dota2.parse:{match_id}"


def player_key(account_id: int) -> str:
    """Name the work of bringing a player."""
    return f"dota2.player:{account_id}"


def league_key(league_id: int) -> str:
    """Name the work of following a league."""
    return f"dota2.league:{league_id}"
