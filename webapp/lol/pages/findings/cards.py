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
from webapp.lol.pages.frame import FRAME_SLICES, url_of
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources
from webapp.matchplay.findings import Finding
from webapp.matchplay.winning import Model
from webapp.matchroom.finding_cards import FindingCard, card_of, within, worth_said
from webapp.matchroom.moment import Moment

HELD: Final = 32
FINDING_SLICES: Final = tuple(dict.fromkeys((*FRAME_SLICES, *SLICES)))


@dataclass(frozen=True, slots=True)
class Card(FindingCard):
    """One finding as it is shown."""

    @property
    def term(self) -> Term:
        """Give the term of the rule that wrote it."""
        return term_of_rule(self.rule)


def cards_of(
    loaded: Sources, model: Model, moment: Moment, slot: int | None = None
) -> tuple[Card, ...]:
    """Give what decided a match, a part of it, or one player's match."""
    span = within(moment)
    if slot is None and span is None:
        return _whole(loaded, model)
    material, every = _material(loaded, model), _every(loaded, model)
    if slot is None:
        return _cards(findings_of(material, span, every), loaded, None)
    found = personal_findings(material, slot, span, every)
    return _cards(found, loaded, material.sides.get(slot))


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
    worth = f"{worth_said(one, 'gold')} for {SIDE_NAMES[one.side]}{_trust(one)}"
    return card_of(Card, one, url, worth, own_side=own_side)


def _trust(one: Finding) -> str:
    return "" if one.confidence == 1 else f", counted at {100 * one.confidence:.0f} %"
