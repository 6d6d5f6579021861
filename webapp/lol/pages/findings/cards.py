"""Findings as cards: the minute, the sentence, what it was worth, and where it is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.core.holding import holding
from webapp.lol.domain.findings import (
    SLICES,
    Material,
    every_finding,
    findings_of,
    material_of,
    personal_findings,
    price_of,
)
from webapp.lol.domain.terms import Term
from webapp.lol.domain.terms.findings import term_of_rule
from webapp.lol.pages.frame import FRAME_SLICES, clock, url_of
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources
from webapp.matchplay.findings import Finding
from webapp.matchplay.winning import Model
from webapp.matchroom.moment import Moment

HELD: Final = 32
NEAR_S: Final = 120
"""A finding is near a chosen second when it lies at most so many seconds away."""
FINDING_SLICES: Final = tuple(dict.fromkeys((*FRAME_SLICES, *SLICES)))


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as it is shown. `gain` says whether it helped the player it is told for."""

    rule: str
    at_s: int
    clock: str
    href: str
    side: str
    sentence: str
    detail: str
    worth: str
    number: float
    gain: bool | None
    original: str = ""

    @property
    def term(self) -> Term:
        """Give the term of the rule that wrote it."""
        return term_of_rule(self.rule)


def cards_of(
    loaded: Sources, model: Model, moment: Moment, slot: int | None = None
) -> tuple[Card, ...]:
    """Give what decided a match, a part of it, or one player's match."""
    within = _within(moment)
    if slot is None and within is None:
        return _whole(loaded, model)
    material, every = _material(loaded, model), _every(loaded, model)
    if slot is None:
        return _cards(findings_of(material, within, every), loaded, None)
    found = personal_findings(material, slot, within, every)
    return _cards(found, loaded, material.sides.get(slot))


def _within(moment: Moment) -> tuple[int, int] | None:
    """Give the chosen span, or the minutes around the chosen second; None for the whole match."""
    if moment.span or moment.at is None:
        return moment.span
    return moment.at - NEAR_S, moment.at + NEAR_S


@holding(HELD)
def _whole(loaded: Sources, model: Model) -> tuple[Card, ...]:
    found = findings_of(_material(loaded, model), every=_every(loaded, model))
    return _cards(found, loaded, None)


@holding(HELD)
def _every(loaded: Sources, model: Model) -> tuple[Finding, ...]:
    return every_finding(_material(loaded, model))


@holding(HELD)
def _material(loaded: Sources, model: Model) -> Material:
    champions = {slot: seat.name for slot, seat in seats_of(loaded).items()}
    price = price_of(model.weights, loaded.slices["known"])
    return material_of(loaded.slices, champions, price)


def _cards(found: tuple[Finding, ...], loaded: Sources, own_side: str | None) -> tuple[Card, ...]:
    return tuple(_card(one, url_of(loaded.row.match_id), own_side) for one in found)


def _card(one: Finding, url: str, own_side: str | None) -> Card:
    ends = one.to_s if one.to_s and one.to_s > one.at_s else None
    query = f"?from={one.at_s}&to={ends}" if ends else f"?t={one.at_s}"
    return Card(
        rule=one.rule,
        at_s=one.at_s,
        clock=f"{clock(one.at_s)}–{clock(ends)}" if ends else clock(one.at_s),
        href=f"{url}{one.evidence}{query}",
        side=one.side,
        sentence=one.sentence,
        detail=one.detail,
        worth=f"{_worth(one)} for {SIDE_NAMES[one.side]}{_trust(one)}",
        number=round(one.weight, 1),
        gain=None if own_side is None else one.side == own_side,
    )


def _worth(one: Finding) -> str:
    """Say what it was worth; less than half a point is said in gold."""
    if one.points is None or one.points < 0.5:  # noqa: PLR2004 - rounds to none
        return f"About {one.worth:,} gold"
    number = f"{one.points:.0f}"
    return f"{number} {'point' if number == '1' else 'points'} of win chance"


def _trust(one: Finding) -> str:
    return "" if one.confidence == 1 else f", counted at {100 * one.confidence:.0f} %"
