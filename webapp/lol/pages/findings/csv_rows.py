"""Findings as lines: the match's and every player's, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.pages.findings.cards import Card, cards_of
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources
from webapp.lol.store.chances import load_standing
from webapp.matchroom.moment import Moment


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


def finding_lines(loaded: Sources) -> list[FindingLine]:
    """Give the match's findings, then each player's."""
    model = load_standing().model
    found = [_line(None, "", card) for card in cards_of(loaded, model, Moment())]
    for slot, seat in seats_of(loaded).items():
        found += [_line(slot, seat.name, card) for card in cards_of(loaded, model, Moment(), slot)]
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
