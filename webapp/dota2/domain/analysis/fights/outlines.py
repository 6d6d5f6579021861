"""Which fights there were: ours by the log of kills, the upstream's by its list, each told once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from webapp.dota2.domain.analysis.events import Kill
from webapp.dota2.domain.analysis.fights.windows import Window, windows_of
from webapp.dota2.domain.records import Match, Teamfight


class Outline(msgspec.Struct, frozen=True):
    """A fight before it is told: its bounds, the upstream's account of it, its kills."""

    start_s: int
    end_s: int
    last_death_s: int
    found_by: str
    given: Teamfight | None
    kills: tuple[int, ...]


def outlines_of(match: Match, kills: Sequence[Kill] | None) -> list[Outline] | None:
    """Find every fight; None without anything to find them by."""
    given = match.teamfights
    if kills is None and given is None:
        return None
    own = windows_of(kill.at_s for kill in kills or ())
    found = [_of_upstream(one, own, kills or ()) for one in given or ()]
    found += [
        _of_log(one, kills or ())
        for one in own
        if not any(one.overlaps(other.start_s, other.end_s) for other in given or ())
    ]
    return sorted(found, key=lambda one: (one.start_s, one.end_s))


def _of_upstream(given: Teamfight, own: Sequence[Window], kills: Sequence[Kill]) -> Outline:
    both = any(one.overlaps(given.start_s, given.end_s) for one in own)
    return Outline(
        start_s=given.start_s,
        end_s=given.end_s,
        last_death_s=given.last_death_s,
        found_by="both" if both else "upstream",
        given=given,
        kills=_within(kills, given.start_s, given.last_death_s),
    )


def _of_log(window: Window, kills: Sequence[Kill]) -> Outline:
    return Outline(
        start_s=window.start_s,
        end_s=window.end_s,
        last_death_s=window.last_death_s,
        found_by="log",
        given=None,
        kills=_within(kills, window.first_death_s, window.last_death_s),
    )


def _within(kills: Sequence[Kill], first: int, last: int) -> tuple[int, ...]:
    return tuple(place for place, kill in enumerate(kills) if first <= kill.at_s <= last)
