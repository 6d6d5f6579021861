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
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding
from webapp.matchplay.winning import Model
from webapp.matchroom.moment import Moment
from webapp.matchroom.wording import worded

HELD = 32
PERSONAL = frozenset({"/combat/deaths", "/combat/fights", "/economy"})
"""Pages that can show one player; a finding about one leads to theirs."""
NEAR_S = 120
"""A finding is near a chosen second when it lies at most so many seconds away."""


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as it is shown. `gain` says whether it helped the player it is told for.

    `original` is the rule's own sentence where a rewording stands in its place, else empty.
    """

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
        return _cards(personal_findings(_found(loaded, model), slot, _within(moment)), loaded, side)
    if within := _within(moment):
        return _cards(findings_of(_found(loaded, model), within), loaded, None)
    return worded_cards(loaded, model)


def _within(moment: Moment) -> tuple[int, int] | None:
    """Give the chosen span, or the minutes around the chosen second; None for the whole match."""
    if moment.span or moment.at is None:
        return moment.span
    return moment.at - NEAR_S, moment.at + NEAR_S


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
    ends = one.to_s if one.to_s and one.to_s > one.at_s else None
    query = f"?from={one.at_s}&to={ends}" if ends else f"?t={one.at_s}"
    if one.evidence in PERSONAL and len(one.slots) == 1:
        query += f"&player={one.slots[0]}"
    return Card(
        rule=one.rule,
        at_s=one.at_s,
        clock=f"{clock(one.at_s)}–{clock(ends)}" if ends else clock(one.at_s),
        href=f"{url}{one.evidence}{query}",
        side=one.side,
        sentence=one.sentence,
        detail=one.detail,
        worth=_worth(one),
        number=round(one.weight, 1),
        gain=None if own_side is None else one.side == own_side,
    )


def _worth(one: Finding) -> str:
    """Say what it was worth; less than half a point is said in souls."""
    side = SIDE_SHORT[one.side]
    if one.points is None or one.points < 0.5:  # noqa: PLR2004 - rounds to none
        return f"About {one.worth:,} souls for {side}"
    number = f"{one.points:.0f}"
    return f"{number} {'point' if number == '1' else 'points'} of win chance for {side}"
