"""The story of the lead: who had it when, how it was lost, and the word players have for that.

Known only at samples: a change of hands lies between two of them, and the second given with it is
where the straight line between them crosses zero.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from webapp.deadlock.domain.analysis.lead import Lead, LeadSample

BEHIND_SHARE: Final = 0.04
"""From this share of all souls on a lead is one worth coming back from, or throwing away."""
STOMP_SHARE: Final = 0.1
"""A stomp is won by this share of all souls at its widest, never behind after STOMP_FROM_S."""
STOMP_FROM_S: Final = 540

COMEBACK: Final = "comeback"
THROWN: Final = "thrown lead"
STOMP: Final = "stomp"
HELD: Final = "held lead"
CLOSE: Final = "close"
NONE: Final = "no winner"


class Peak(msgspec.Struct, frozen=True):
    """The most a side was ahead by: when, how many souls, and of all souls both sides had."""

    at_s: int
    souls: int
    share: float


class Swing(msgspec.Struct, frozen=True):
    """The lead changed hands between two samples; `about_s` is where the straight line does."""

    from_s: int
    to_s: int
    about_s: int
    side: str


class Story(msgspec.Struct, frozen=True):
    """What became of the lead, and the figures that made it so.

    `kind` is one of the words above. `lost` is the last swing: where the side that was ahead lost
    it for good. `thrown_s` are the two samples a lead worth BEHIND_SHARE was gone between.
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
    peaks = {side: _peak(lead.samples, side) for side in "ab"}
    thrown = _thrown(lead.samples, winner) if winner else None
    return Story(
        kind=_kind(lead.samples, winner, peaks, thrown=thrown is not None),
        winner=winner,
        swings=_swings(lead.samples),
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
    best, behind = peaks[winner], peaks["b" if winner == "a" else "a"]
    if behind and behind.share >= BEHIND_SHARE:
        return THROWN if thrown else COMEBACK
    ahead = all(_ahead(one, winner) >= 0 for one in samples if one.at_s >= STOMP_FROM_S)
    if best and best.share >= STOMP_SHARE and ahead:
        return STOMP
    return HELD if best and best.share >= BEHIND_SHARE else CLOSE


def _ahead(sample: LeadSample, side: str) -> int:
    ahead = sample.a - sample.b
    return ahead if side == "a" else -ahead


def _share(sample: LeadSample, side: str) -> float:
    return _ahead(sample, side) / max(sample.a + sample.b, 1)


def _peak(samples: Sequence[LeadSample], side: str) -> Peak | None:
    """Find the widest lead in souls; early shares are large and mean little."""
    best = max(samples, key=lambda one: _ahead(one, side), default=None)
    if best is None or _ahead(best, side) <= 0:
        return None
    return Peak(best.at_s, _ahead(best, side), _share(best, side))


def _swings(samples: Sequence[LeadSample]) -> tuple[Swing, ...]:
    """Find where the sign changes; an even sample belongs to neither side."""
    led = [(one.at_s, _ahead(one, "a")) for one in samples if _ahead(one, "a")]
    return tuple(
        Swing(
            from_s=t,
            to_s=later,
            about_s=round(t + (later - t) * ahead / (ahead - after)),
            side="a" if after > 0 else "b",
        )
        for (t, ahead), (later, after) in pairwise(led)
        if ahead * after < 0
    )


def _thrown(samples: Sequence[LeadSample], winner: str) -> tuple[int, int] | None:
    """Find the last two samples between which the loser lost a lead worth having, all of it."""
    loser = "b" if winner == "a" else "a"
    found = [
        (one.at_s, after.at_s)
        for one, after in pairwise(samples)
        if _share(one, loser) >= BEHIND_SHARE and _ahead(after, loser) <= 0
    ]
    return found[-1] if found else None
