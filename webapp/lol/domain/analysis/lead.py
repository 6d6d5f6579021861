"""The lead: what both sides have earned, in gold and in experience, at each frame.

The last frame is the end of the game: in every real game measured its gold and experience are the
scoreboard's own to the point.
"""

import msgspec

from webapp.lol.domain.records import Match
from webapp.lol.domain.records.frames import Ints
from webapp.matchplay import lead
from webapp.matchplay.lead import LeadSample, biggest_of, swings_of


class BiggestLead(lead.BiggestLead, frozen=True):
    """The most gold a side was ahead by, and when."""

    by: int = msgspec.field(name="gold")


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
        biggest_a=biggest_of(samples, "a", BiggestLead),
        biggest_b=biggest_of(samples, "b", BiggestLead),
        changes=len(swings_of(samples)),
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
