"""A match's chance over time, minute by minute, and what it is made of at a second."""

from __future__ import annotations

from itertools import pairwise

from webapp.dota2.domain.analysis.events import Events
from webapp.dota2.domain.analysis.lead import Lead
from webapp.dota2.domain.winning.features import RECIPE, features_of
from webapp.dota2.domain.winning.known import aegis_spells, known_at
from webapp.matchplay.winning import (
    Curve,
    Jump,
    Numbers,
    Part,
    chance_of,
    curve_through,
    parts_of,
)

STEP_S = 60


def curve_of(weights: tuple[float, ...], lead: Lead, events: Events, end_s: int) -> Curve:
    """Follow the chance from 0:00 to the last second before `end_s`, the end of the match."""

    def chances(moments: Numbers, /, *, before: bool) -> Numbers:
        return chance_of(weights, features_of(known_at(lead, events, moments, before=before)))

    return curve_through(_happened(lead, events), end_s, chances)


def minutes_of(
    weights: tuple[float, ...], lead: Lead, events: Events, end_s: int
) -> tuple[tuple[int, Jump], ...]:
    """Give each minute: from when, and how the chance stood there and at its end.

    A minute has what happened after its first second, up to its last. The last one ends a second
    before the match does.
    """
    edges = [*range(0, end_s - 1, STEP_S), max(end_s - 1, 0)]
    chances = chance_of(weights, features_of(known_at(lead, events, edges))).tolist()
    pairs = pairwise(zip(edges, chances, strict=True))
    return tuple((start, Jump(end, before, after)) for (start, before), (end, after) in pairs)


def chance_at(
    weights: tuple[float, ...], lead: Lead, events: Events, at_s: int
) -> tuple[float, tuple[Part, ...]]:
    """Give Radiant's chance at a second, and what it is made of."""
    figures = features_of(known_at(lead, events, [at_s]))
    return float(chance_of(weights, figures)[0]), parts_of(RECIPE, weights, figures[0])


def _happened(lead: Lead, events: Events) -> set[int]:
    """Give every second at which a figure may change."""
    return {
        *(one.at_s for one in (*lead.samples, *lead.xp)),
        *(one.at_s for one in events.falls),
        *(one.at_s for one in events.kills or ()),
        *(at_s for _, *spell in aegis_spells(events) for at_s in spell),
    }
