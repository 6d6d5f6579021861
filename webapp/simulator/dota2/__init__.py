"""Generated Dota 2 matches: wire-true bodies of games that nobody played.

A match is planned as a story (who leads when, who dies, what falls), then paid, shopped for and
fought, and told in the words of OpenDota and Steam. The same id and scenario give the same bytes.
"""

from typing import Any

from webapp.simulator.dota2.game import play
from webapp.simulator.dota2.story import SHAPES
from webapp.simulator.dota2.wire import tell_listed, tell_match, tell_steam

SCENARIOS = tuple(SHAPES)

__all__ = ["SCENARIOS", "generate_match", "generate_steam_match", "list_match"]


def generate_match(
    match_id: int, *, scenario: str | None = None, parsed: bool = True
) -> dict[str, Any]:
    """Give OpenDota's body of one match; KeyError for a scenario nobody knows."""
    return tell_match(play(match_id, scenario), parsed=parsed)


def generate_steam_match(match_id: int) -> dict[str, Any]:
    """Give the same match as Steam's sequence endpoint lists it."""
    return tell_steam(play(match_id))


def list_match(match_id: int) -> dict[str, Any]:
    """Give the same match as Steam's history lists it."""
    return tell_listed(match_id)
