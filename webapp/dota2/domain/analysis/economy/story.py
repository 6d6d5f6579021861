"""The story of the lead: who had it when, how far it went, and the word players have for that.

OpenDota's `throw` and `comeback` are both the most the losing side was ever ahead by, its `stomp`
and `loss` the most the winning side was. Those two figures are kept; the word is ours, by shares
of all gold, so that it means the same early and late.
"""

from __future__ import annotations

from typing import Final

import msgspec

from webapp.dota2.domain.analysis.lead import Lead
from webapp.matchplay import lead_story
from webapp.matchplay.lead import Swing, swings_of
from webapp.matchplay.lead_story import COMEBACK, Rule, is_worth, peak_of, word_of_winner

RULE: Final = Rule(worth_share=0.04, stomp_share=0.15, stomp_from_s=600)
BEHIND_GOLD: Final = 2000
"""A lead worth coming back from is this much gold besides."""
NONE: Final = "not told"


class Peak(lead_story.Peak, frozen=True):
    """The most gold a side was ahead by, and of all gold (None if not known)."""

    by: int = msgspec.field(name="gold")


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
    peaks = {side: peak_of(lead.samples, side, Peak, known=known) for side in "ab"}
    best, behind = (peaks[winner], peaks["b" if winner == "a" else "a"]) if winner else (None, None)
    told = winner is not None and bool(lead.samples)
    return Story(
        kind=_kind(lead, winner, best, behind) if told and known and winner else NONE,
        winner=winner,
        swings=swings_of(lead.samples),
        peak_a=peaks["a"],
        peak_b=peaks["b"],
        given_up=(behind.by if behind else 0) if told else None,
        widest=(best.by if best else 0) if told else None,
    )


def _kind(lead: Lead, winner: str, best: Peak | None, behind: Peak | None) -> str:
    """Take the first word whose rule holds."""
    if behind and behind.by >= BEHIND_GOLD and is_worth(behind, RULE):
        return COMEBACK
    return word_of_winner(lead.samples, winner, best, RULE)
