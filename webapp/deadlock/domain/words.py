"""The words of this room: its sides, its modes, the steps of its work and how work is named."""

from __future__ import annotations

SIDE_NAMES = {"a": "The Hidden King", "b": "The Archmother"}
SIDE_SHORT = {"a": "Hidden King", "b": "Archmother"}
MATCH_STEPS = (
    "Wait for a worker",
    "Fetch the match from deadlock-api",
    "Read the metadata",
    "Work out the analysis",
    "Keep it",
)
UPLOAD_STEPS = ("Wait for a worker", "Read the file", "Work out the analysis", "Keep it")
DEMO_STEPS = (
    "Wait for a worker",
    "Find the demo’s address",
    "Download the demo",
    "Unpack it",
    "Read it",
    "Keep it",
)
DEMO_FILE_STEPS = ("Wait for a worker", "Collect the file", *DEMO_STEPS[3:])
BUILD_STEPS = ("Wait for a worker", "Fetch the published builds", "Keep them")
HISTORY_STEPS = ("Wait for a worker", "Fetch the match history", "Fetch the profile", "Keep it")
COLUMNS_KEY = "deadlock.columns"
COLUMN_STEPS = ("Gather new and changed matches", "Put small files together")
BENCHMARKS_KEY = "deadlock.benchmarks"
BENCHMARK_STEPS = ("Read the column files", "Work out what is usual", "Keep it")


def mode_words(game_mode: str, match_mode: str) -> str:
    """Say both in one breath: "Normal, unranked"."""
    return f"{game_mode}, {match_mode[:1].lower()}{match_mode[1:]}"


def counted(number: int, one: str, more: str = "") -> str:
    """Count in words: "1 kill", "2,000 kills"; `more` for a plural that takes more than an s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def match_key(match_id: int) -> str:
    """Name the work of bringing a match: one run for however many ask."""
    return f"deadlock.match:{match_id}"


def demo_key(match_id: int) -> str:
    """Name the work of bringing a match's demo."""
    return f"deadlock.demo:{match_id}"


def builds_key(match_id: int) -> str:
    """Name the work of bringing the builds a match names."""
    return f"deadlock.builds:{match_id}"


def history_key(account_id: int) -> str:
    """Name the work of bringing an account's history."""
    return f"deadlock.history:{account_id}"
