"""The story of a lead: how far it went, and the word players have for how a match went by it.

A word goes by shares of all there was, so that it means the same early and late. How much is much,
and when a lead was thrown or come back from, are a game's own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from webapp.matchplay.lead import LeadSample, ahead_of, widest_of

COMEBACK: Final = "comeback"
STOMP: Final = "stomp"
HELD: Final = "held lead"
CLOSE: Final = "close"


class Peak(msgspec.Struct, frozen=True):
    """The most a side was ahead by: when, how much, and of all there was (None if not known)."""

    at_s: int
    by: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Rule:
    """From which share of all a lead counts.

    A match is a stomp when the winner got `stomp_share` ahead, never behind after `stomp_from_s`.
    """

    worth_share: float
    stomp_share: float
    stomp_from_s: int


Widest = TypeVar("Widest", bound=Peak)


def peak_of(
    samples: Sequence[LeadSample], side: str, kept: type[Widest], *, known: bool = True
) -> Widest | None:
    """Find the widest lead, as the game keeps it; early shares are large and mean little."""
    best = widest_of(samples, side)
    if best is None:
        return None
    by = ahead_of(best, side)
    return kept(best.at_s, by, by / max(best.a + best.b, 1) if known else None)


def is_worth(peak: Peak | None, rule: Rule) -> bool:
    """Say whether a side was ahead by a lead worth having."""
    return peak is not None and (peak.share or 0) >= rule.worth_share


def word_of_winner(
    samples: Sequence[LeadSample], winner: str, best: Peak | None, rule: Rule
) -> str:
    """Name how a lead went that was never given away; `best` is the winner's widest."""
    share = (best.share or 0) if best else 0
    later = (one for one in samples if one.at_s >= rule.stomp_from_s)
    if share >= rule.stomp_share and all(ahead_of(one, winner) >= 0 for one in later):
        return STOMP
    return HELD if is_worth(best, rule) else CLOSE
