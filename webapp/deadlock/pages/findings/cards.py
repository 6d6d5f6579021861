"""Findings as cards: the minute, the sentence, what it was worth, and where it is proved."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.deadlock.domain.findings import (
    Material,
    all_findings,
    findings_of,
    gathered,
    personal_findings,
)
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.domain.terms.findings import term_of_rule
from webapp.deadlock.domain.words import SIDE_SHORT
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources
from webapp.deadlock.store.wordings import WORDINGS
from webapp.matchplay.findings import Finding
from webapp.matchplay.winning import Model
from webapp.matchroom.finding_cards import FindingCard, card_of, within, worth_said
from webapp.matchroom.moment import Moment
from webapp.matchroom.wording import worded

HELD = 32
PERSONAL = frozenset({"/combat/deaths", "/combat/fights", "/economy"})
"""Pages that can show one player; a finding about one leads to theirs."""


@dataclass(frozen=True, slots=True)
class Card(FindingCard):
    """One finding as it is shown."""

    @property
    def term(self) -> Term:
        """Give the term of the rule that wrote it."""
        return term_of_rule(self.rule)


@holding(HELD)
def match_cards(loaded: Sources, model: Model | None) -> tuple[Card, ...]:
    """Give what decided a match."""
    return _cards(findings_of(_found(loaded, model)), loaded, None)


def worded_cards(loaded: Sources, model: Model | None) -> tuple[Card, ...]:
    """Give what decided a match, in other words where some are kept for these very facts."""
    return worded(WORDINGS, loaded.row.match_id, match_cards(loaded, model))


def chosen_cards(
    loaded: Sources, model: Model | None, moment: Moment, slot: int | None
) -> tuple[Card, ...]:
    """Give what decided what was chosen: the match or a part of it, for all or for one player."""
    if slot is not None:
        side = _material(loaded, model).sides.get(slot)
        return _cards(personal_findings(_found(loaded, model), slot, within(moment)), loaded, side)
    if span := within(moment):
        return _cards(findings_of(_found(loaded, model), span), loaded, None)
    return worded_cards(loaded, model)


@holding(HELD)
def _found(loaded: Sources, model: Model | None) -> tuple[Finding, ...]:
    return all_findings(_material(loaded, model))


@holding(HELD)
def _material(loaded: Sources, model: Model | None) -> Material:
    rows = loaded.slices["scoreboard"].rows
    heroes = {row.slot: loaded.names.hero(row.hero_id).name for row in rows}
    return gathered(loaded.slices, heroes, loaded.row.duration_s, model)


def _cards(found: tuple[Finding, ...], loaded: Sources, own_side: str | None) -> tuple[Card, ...]:
    return tuple(_card(one, url_of(loaded.row.match_id), own_side) for one in found)


def _card(one: Finding, url: str, own_side: str | None) -> Card:
    alone = one.slots[0] if one.evidence in PERSONAL and len(one.slots) == 1 else None
    worth = f"{worth_said(one, 'souls')} for {SIDE_SHORT[one.side]}"
    return card_of(Card, one, url, worth, own_side=own_side, player=alone)
