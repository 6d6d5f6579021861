"""The lead: what both sides have earned, in gold and in experience, minute by minute.

Gold is all gold earned so far, as the replay counts it, not what stands in items: that is the
figure of OpenDota's advantage graph. Our own sums over the ten players come first; where they
cannot be made, the upstream's difference is taken and `sides_known` says so.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from webapp.dota2.domain.analysis.ending import within
from webapp.dota2.domain.records import Match
from webapp.matchplay import lead
from webapp.matchplay.lead import LeadSample, biggest_of, swings_of

Column = Sequence[int | None]


class BiggestLead(lead.BiggestLead, frozen=True):
    """The most gold a side was ahead by, and when."""

    by: int = msgspec.field(name="gold")


class Lead(msgspec.Struct, frozen=True):
    """Samples by time, empty without a parsed replay. Leads are a minus b.

    Where `sides_known` is False only the difference is known: the side ahead has it, the other 0.
    A side never ahead has no biggest lead. `changes` counts how often the gold lead went over.
    `unlike_upstream` are the seconds at which the upstream's own gold lead is another than ours.
    """

    samples: tuple[LeadSample, ...]
    xp: tuple[LeadSample, ...]
    sides_known: bool
    biggest_a: BiggestLead | None
    biggest_b: BiggestLead | None
    changes: int
    unlike_upstream: tuple[int, ...]


def lead_of(match: Match) -> Lead:
    """Add up gold and experience by side at each minute."""
    own = _summed(match, "gold")
    samples = own or _told(match, match.gold_lead)
    xp = _summed(match, "xp") or _told(match, match.xp_lead)
    return Lead(
        samples=samples,
        xp=xp,
        sides_known=bool(own) or not samples,
        biggest_a=biggest_of(samples, "a", BiggestLead),
        biggest_b=biggest_of(samples, "b", BiggestLead),
        changes=len(swings_of(samples)),
        unlike_upstream=_unlike(own, match) if own else (),
    )


def _summed(match: Match, name: str) -> tuple[LeadSample, ...]:
    """Add up a column; a second at which anybody's figure is absent has no sum."""
    columns: list[tuple[str, dict[int, int]]] = []
    for player in match.players:
        column: Column | None = getattr(player.minutes, name, None)
        if player.minutes is None or column is None:
            return ()
        columns.append((player.side, _known(match, player.minutes.at_s, column)))
    times = set.intersection(*(set(known) for _, known in columns))
    return tuple(
        LeadSample(
            at_s,
            sum(known[at_s] for side, known in columns if side == "a"),
            sum(known[at_s] for side, known in columns if side == "b"),
        )
        for at_s in sorted(times)
    )


def _known(match: Match, times: Sequence[int], column: Column) -> dict[int, int]:
    """Pair figures with their seconds inside the match."""
    return {
        at_s: figure
        for given, figure in zip(times, column, strict=False)
        if figure is not None and (at_s := within(match, given)) is not None
    }


def _told(match: Match, leads: Column | None) -> tuple[LeadSample, ...]:
    known = _known(match, match.lead_at_s, leads or ())
    return tuple(
        LeadSample(at_s, max(lead, 0), max(-lead, 0)) for at_s, lead in sorted(known.items())
    )


def _unlike(own: Sequence[LeadSample], match: Match) -> tuple[int, ...]:
    told = _known(match, match.lead_at_s, match.gold_lead or ())
    pairs = ((one.at_s, one.a - one.b, told.get(one.at_s)) for one in own)
    return tuple(at_s for at_s, ours, theirs in pairs if theirs is not None and theirs != ours)
