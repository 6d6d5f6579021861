"""Whether a replay holds a whole match: gem raises nothing over a broken one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gem.results.models import ParsedMatch

    from webapp.dota2.domain.replays.report import Wrong


def wrong_with(found: ParsedMatch) -> Wrong | None:
    """Say why this is not a match to keep; None where it is one.

    What is missing after the end of the match does no harm: a replay goes on for minutes.
    """
    if found.parse_error is not None and found.game_start_tick is None:
        return "unreadable"
    if not any(one.hero_name for one in found.players):
        return "no_players"
    if found.game_start_tick is None:
        return "not_started"
    ended = found.post_game_tick is not None or found.radiant_win is not None
    return None if ended else "unfinished"


def last_second(found: ParsedMatch) -> int | None:
    """Give the second of the match a replay tells last."""
    if found.game_clock is None:
        return None
    tick = found.truncated_at_tick
    return found.game_clock.game_seconds_at(found.game_end_tick if tick is None else tick)
