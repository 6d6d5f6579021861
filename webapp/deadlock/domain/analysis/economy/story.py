"""The story of the lead: who had it when, how it was lost, and the word players have for that.

Known only at samples: a change of hands lies between two of them, and the second given with it is
where the straight line between them crosses zero.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.lead import Lead
from webapp.matchplay import lead_story
from webapp.matchplay.lead import LeadSample, Swing, ahead_of, swings_of
from webapp.matchplay.lead_story import COMEBACK, Rule, is_worth, peak_of, word_of_winner

RULE: Final = Rule(worth_share=0.04, stomp_share=0.1, stomp_from_s=540)
THROWN: Final = "thrown lead"
NONE: Final = "no winner"


class Peak(lead_story.Peak, frozen=True):
    """The most souls a side was ahead by, and of all souls both sides had."""

    by: int = msgspec.field(name="souls")


class Story(msgspec.Struct, frozen=True):
    """What became of the lead, and the figures that made it so.

    `kind` is a word of `matchplay.lead_story` or one of the two above. `lost` is the last swing:
    where the side that was ahead lost it for good. `thrown_s` are the two samples a lead worth
    having was gone between.
    """

    kind: str
    winner: str | None
    swings: tuple[Swing, ...]
    peak_a: Peak | None
    peak_b: Peak | None
    thrown_s: tuple[int, int] | None

    @property
    def lost(self) -> Swing | None:
        """Say where the lead last changed hands."""
        return self.swings[-1] if self.swings else None


def story_of(lead: Lead, winning_team: int | None) -> Story:
    """Name how the lead went, by the rule of each word."""
    winner = "ab"[winning_team] if winning_team in {0, 1} else None
    peaks = {side: peak_of(lead.samples, side, Peak) for side in "ab"}
    thrown = _thrown(lead.samples, winner) if winner else None
    return Story(
        kind=_kind(lead.samples, winner, peaks, thrown=thrown is not None),
        winner=winner,
        swings=swings_of(lead.samples),
        peak_a=peaks["a"],
        peak_b=peaks["b"],
        thrown_s=thrown,
    )


def _kind(
    samples: Sequence[LeadSample],
    winner: str | None,
    peaks: dict[str, Peak | None],
    *,
    thrown: bool,
) -> str:
    """Take the first word whose rule holds."""
    if winner is None or not samples:
        return NONE
    if is_worth(peaks["b" if winner == "a" else "a"], RULE):
        return THROWN if thrown else COMEBACK
    return word_of_winner(samples, winner, peaks[winner], RULE)


def _thrown(samples: Sequence[LeadSample], winner: str) -> tuple[int, int] | None:
    """Find the last two samples between which the loser lost a lead worth having, all of it."""
    loser = "b" if winner == "a" else "a"
    found = [
        (one.at_s, after.at_s)
        for one, after in pairwise(samples)
        if ahead_of(one, loser) / max(one.a + one.b, 1) >= RULE.worth_share
        and ahead_of(after, loser) <= 0
    ]
    return found[-1] if found else None
