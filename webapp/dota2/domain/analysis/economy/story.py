"""The story of the lead: who had it when, how far it went, and the word players have for that.

OpenDota's `throw` and `comeback` are both the most the losing side was ever ahead by, its `stomp`
and `loss` the most the winning side was. Those two figures are kept; the word is ours, by shares
of all gold, so that it means the same early and late.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from webapp.dota2.domain.analysis.lead import Lead, LeadSample

BEHIND_SHARE: Final = 0.04
BEHIND_GOLD: Final = 2000
"""From this share of all gold on, and this much of it, a lead is worth coming back from."""
STOMP_SHARE: Final = 0.15
"""A stomp is won by this share of all gold at its widest, never behind after STOMP_FROM_S."""
STOMP_FROM_S: Final = 600

COMEBACK: Final = "comeback"
STOMP: Final = "stomp"
HELD: Final = "held lead"
CLOSE: Final = "close"
NONE: Final = "not told"


class Peak(msgspec.Struct, frozen=True):
    """The most a side was ahead by: when, how much gold, and of all gold (None if not known)."""

    at_s: int
    gold: int
    share: float | None


class Swing(msgspec.Struct, frozen=True):
    """The lead changed hands between two minutes; `about_s` is where the straight line does."""

    from_s: int
    to_s: int
    about_s: int
    side: str


class Story(msgspec.Struct, frozen=True):
    """What became of the gold lead, and the figures that made it so.

    `given_up` is the most the losing side was ahead by (OpenDota: throw, comeback), `widest` the
    most the winning side was (stomp, loss); both 0 where a side never led, None without a winner.
    """

    kind: str
    winner: str | None
    swings: tuple[Swing, ...]
    peak_a: Peak | None
    peak_b: Peak | None
    given_up: int | None
    widest: int | None


def story_of(lead: Lead, winner: str | None) -> Story:
    """Name how the lead went, by the rule of each word."""
    known = lead.sides_known
    peaks = {side: _peak(lead.samples, side, known=known) for side in "ab"}
    best, behind = (peaks[winner], peaks["b" if winner == "a" else "a"]) if winner else (None, None)
    told = winner is not None and bool(lead.samples)
    return Story(
        kind=_kind(lead.samples, winner, best, behind) if told and known and winner else NONE,
        winner=winner,
        swings=_swings(lead.samples),
        peak_a=peaks["a"],
        peak_b=peaks["b"],
        given_up=(behind.gold if behind else 0) if told else None,
        widest=(best.gold if best else 0) if told else None,
    )


def _kind(
    samples: Sequence[LeadSample], winner: str, best: Peak | None, behind: Peak | None
) -> str:
    """Take the first word whose rule holds."""
    if behind and behind.gold >= BEHIND_GOLD and (behind.share or 0) >= BEHIND_SHARE:
        return COMEBACK
    share = (best.share or 0) if best else 0
    ahead = all(_ahead(one, winner) >= 0 for one in samples if one.at_s >= STOMP_FROM_S)
    if share >= STOMP_SHARE and ahead:
        return STOMP
    return HELD if share >= BEHIND_SHARE else CLOSE


def _ahead(sample: LeadSample, side: str) -> int:
    ahead = sample.a - sample.b
    return ahead if side == "a" else -ahead


def _peak(samples: Sequence[LeadSample], side: str, *, known: bool) -> Peak | None:
    """Find the widest lead in gold; early shares are large and mean little."""
    best = max(samples, key=lambda one: _ahead(one, side), default=None)
    if best is None or _ahead(best, side) <= 0:
        return None
    gold = _ahead(best, side)
    return Peak(best.at_s, gold, gold / max(best.a + best.b, 1) if known else None)


def _swings(samples: Sequence[LeadSample]) -> tuple[Swing, ...]:
    """Find where the sign changes; an even minute belongs to neither side."""
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
