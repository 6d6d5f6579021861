"""A match's chance over time, and what it is made of at a second."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.deadlock.domain.analysis.events import Events
from webapp.deadlock.domain.analysis.lead import Lead
from webapp.deadlock.domain.winning.features import RECIPE, features_of
from webapp.deadlock.domain.winning.known import REJUVENATOR_S, known_at
from webapp.matchplay.winning import Curve, Numbers, Part, chance_of, curve_through, parts_of


def curve_of(
    weights: tuple[float, ...], lead: Lead, events: Events, sides: Mapping[int, str], end_s: int
) -> Curve:
    """Follow the chance from 0:00 to the last second before `end_s`, the end of the match."""

    def chances(moments: Numbers, /, *, before: bool) -> Numbers:
        known = known_at(lead, events, sides, moments, before=before)
        return chance_of(weights, features_of(known))

    return curve_through(_happened(lead, events), end_s, chances)


def chance_at(
    weights: tuple[float, ...],
    lead: Lead,
    events: Events,
    sides: Mapping[int, str],
    at_s: int,
) -> tuple[float, tuple[Part, ...]]:
    """Give side a's chance at a second, and what it is made of."""
    figures = features_of(known_at(lead, events, sides, [at_s]))
    return float(chance_of(weights, figures)[0]), parts_of(RECIPE, weights, figures[0])


def _happened(lead: Lead, events: Events) -> set[int]:
    """Give every second at which a figure may change."""
    claims = [one.at_s for one in events.mid_bosses]
    return {
        *(one.at_s for one in lead.samples),
        *(one.at_s for one in events.kills),
        *(one.at_s for one in events.objectives),
        *claims,
        *(at_s + REJUVENATOR_S for at_s in claims),
    }
