"""The lead: what both sides have earned, in gold and in experience, at each frame.

The last frame is the end of the game: in every real game measured its gold and experience are the
scoreboard's own to the point.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from webapp.lol.domain.records import Match
from webapp.lol.domain.records.frames import Ints


class LeadSample(msgspec.Struct, frozen=True):
    """What each side had earned by one second of the match."""

    at_s: int
    a: int
    b: int


class BiggestLead(msgspec.Struct, frozen=True):
    """The most a side was ahead by in gold, and when."""

    at_s: int
    gold: int


class Lead(msgspec.Struct, frozen=True):
    """Samples by time, empty without a timeline or without sides. Leads are a minus b.

    A side never ahead has None. `changes` counts how often the gold lead went to the other side.
    """

    samples: tuple[LeadSample, ...]
    xp: tuple[LeadSample, ...]
    biggest_a: BiggestLead | None
    biggest_b: BiggestLead | None
    changes: int


def lead_of(match: Match) -> Lead:
    """Add up total gold and experience by side at each frame."""
    if match.timeline is None or not any(player.side for player in match.players):
        return Lead((), (), None, None, 0)
    frames = match.timeline.frames
    samples = _samples(match, frames.total_gold)
    return Lead(
        samples=samples,
        xp=_samples(match, frames.xp),
        biggest_a=_biggest(samples, 1),
        biggest_b=_biggest(samples, -1),
        changes=_changes(samples),
    )


def _samples(match: Match, figure: Ints) -> tuple[LeadSample, ...]:
    """Add up the rows of each side."""
    if match.timeline is None:
        return ()
    frames = match.timeline.frames
    sides = {player.slot: player.side for player in match.players}
    sums = {
        side: figure[[row for row, slot in enumerate(frames.slots) if sides.get(slot) == side]]
        .sum(axis=0, dtype="int64")
        .tolist()
        for side in "ab"
    }
    return tuple(
        LeadSample(at_s, a, b) for at_s, a, b in zip(frames.at_s, sums["a"], sums["b"], strict=True)
    )


def _biggest(samples: Sequence[LeadSample], sign: int) -> BiggestLead | None:
    leads = [BiggestLead(one.at_s, sign * (one.a - one.b)) for one in samples]
    best = max(leads, key=lambda lead: lead.gold, default=None)
    return best if best and best.gold > 0 else None


def _changes(samples: Sequence[LeadSample]) -> int:
    ahead = [one.a > one.b for one in samples if one.a != one.b]
    return sum(before != after for before, after in pairwise(ahead))
