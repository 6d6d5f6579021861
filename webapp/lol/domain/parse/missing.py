"""What the bodies of a match lack, in sentences a reader understands."""

from collections.abc import Sequence
from typing import Final

from webapp.lol.domain import modes, records

_LATE_S: Final = 90
"""Frames come once a minute and one at the end, so a whole timeline ends near the end."""


def missing(
    seated: Sequence[records.Player],
    told: records.Timeline | None,
    duration_s: int,
    mode: str,
) -> tuple[str, ...]:
    """Say what is not there and matters to a page."""
    if mode == modes.ABORTED:
        return ("This game broke off before it began, so nothing of it is recorded.",)
    lacks = {
        "The timeline of this match is not here: nothing by the minute can be shown.": told is None,
        "The timeline has no events: kills and purchases are not dated.": told is not None
        and not told.has_events,
        "The timeline ends before the match does.": told is not None
        and _ends_early(told, duration_s),
        "The roles of some players are not named and were worked out.": any(
            player.role_worked_out for player in seated
        ),
        "The roles of some players are not known.": mode in {modes.RIFT, modes.REMAKE}
        and any(player.role is None for player in seated),
        "The game’s own challenge figures are not in this response.": not any(
            player.challenges for player in seated
        ),
    }
    return tuple(sentence for sentence, lacking in lacks.items() if lacking)


def _ends_early(told: records.Timeline, duration_s: int) -> bool:
    times = told.frames.at_s
    return not times or times[-1] < duration_s - _LATE_S
