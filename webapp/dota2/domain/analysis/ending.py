"""Where a match ends for figures taken once a minute.

A replay runs on after the Ancient falls, and its minutes with it. The first minute at or after
the end has the final figures and is taken as the end itself; later ones are no part of the match.
"""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.records import Match

_STEP_S: Final = 60


def within(match: Match, at_s: int) -> int | None:
    """Give a sample's second inside the match; None for one after the end."""
    if not match.duration_s or at_s <= match.duration_s:
        return at_s
    return match.duration_s if at_s < match.duration_s + _STEP_S else None
