"""The phases of a match on pages that need no samples: nine minutes each, the last to the end."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from webapp.deadlock.pages.combat.links import Choice
from webapp.matchroom.moment import Moment

_ENDS_S: Final = (540, 1080, 1620)
_MINUTE_S: Final = 60


def phase_links(length_s: int, moment: Moment, href: Callable[[Moment], str]) -> tuple[Choice, ...]:
    """Offer the whole match and each phase; a match of one phase has nothing to offer."""
    phases = _phases(length_s)
    if len(phases) == 1:
        return ()
    found = [Choice("Whole match", href(Moment()), moment.span is None)]
    for start, end in phases:
        to = "end" if end == length_s else f"{end // _MINUTE_S}"
        there = href(Moment(span=(start, end)))
        found.append(Choice(f"{start // _MINUTE_S}–{to}", there, moment.span == (start, end)))
    return tuple(found)


def phase_shown(length_s: int, moment: Moment) -> tuple[int, int] | None:
    """Say which phase is chosen exactly; None for none."""
    return moment.span if moment.span in _phases(length_s) else None


def _phases(length_s: int) -> list[tuple[int, int]]:
    return list(pairwise((0, *(end for end in _ENDS_S if end < length_s), length_s)))
