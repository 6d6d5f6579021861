"""Findings as lines: the match's and every player's, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.pages.findings.cards import Card
from webapp.lol.pages.findings.page import MATCH, chosen_cards, chosen_slot
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Query


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding; `slot` and `champion` are empty for the whole match."""

    slot: int | None
    champion: str
    rule: str
    at_s: int
    side: str
    sentence: str
    detail: str
    worth: str
    weight: float


def finding_lines(loaded: Sources, moment: Moment, query: Query) -> list[FindingLine]:
    """Give the match's findings, or the chosen player's; else the match's, then each player's."""
    seats, chosen = seats_of(loaded), chosen_slot(loaded, query)
    if chosen is not None or query.get("player") == MATCH:
        name = "" if chosen is None else seats[chosen].name
        return [_line(chosen, name, card) for card in chosen_cards(loaded, moment, chosen)]
    found = [_line(None, "", card) for card in chosen_cards(loaded, moment, None)]
    for slot, seat in seats.items():
        found += [_line(slot, seat.name, card) for card in chosen_cards(loaded, moment, slot)]
    return found


def _line(slot: int | None, champion: str, card: Card) -> FindingLine:
    return FindingLine(
        slot=slot,
        champion=champion,
        rule=card.rule,
        at_s=card.at_s,
        side=card.side,
        sentence=card.sentence,
        detail=card.detail,
        worth=card.worth,
        weight=card.number,
    )
