"""The soul lead: what both sides are worth at each sample."""

import msgspec

from webapp.deadlock.domain.analysis.at import worth_at
from webapp.deadlock.domain.records import Match
from webapp.matchplay import lead
from webapp.matchplay.lead import biggest_of


class LeadSample(lead.LeadSample, frozen=True):
    """Net worth of each side at one game second."""

    a: int = msgspec.field(name="souls_a")
    b: int = msgspec.field(name="souls_b")


class BiggestLead(lead.BiggestLead, frozen=True):
    """The most souls a side was ahead by, and when."""

    by: int = msgspec.field(name="souls")


class Lead(msgspec.Struct, frozen=True):
    """Samples by time; the last holds the scoreboard's own souls. A side never ahead has None."""

    samples: tuple[LeadSample, ...]
    biggest_a: BiggestLead | None
    biggest_b: BiggestLead | None


def lead_of(match: Match) -> Lead:
    """Add up net worth by side; between a player's own snapshots the last one counts."""
    times = sorted({one.at_s for player in match.players for one in player.snapshots})
    samples = [_sample(match, at_s) for at_s in times]
    if samples:
        samples[-1] = _final(match, times[-1])
    return Lead(
        samples=tuple(samples),
        biggest_a=biggest_of(samples, "a", BiggestLead),
        biggest_b=biggest_of(samples, "b", BiggestLead),
    )


def _sample(match: Match, at_s: int) -> LeadSample:
    worth = {"a": 0, "b": 0}
    for player in match.players:
        worth[player.side] += worth_at(player, at_s)
    return LeadSample(at_s, worth["a"], worth["b"])


def _final(match: Match, at_s: int) -> LeadSample:
    worth = {"a": 0, "b": 0}
    for player in match.players:
        worth[player.side] += player.finals.souls
    return LeadSample(at_s, worth["a"], worth["b"])
