"""Findings as lines, of the match and each player; games that went alike; a role, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.lol.pages.findings.alike import alike_of
from webapp.lol.pages.findings.cards import Card
from webapp.lol.pages.findings.page import MATCH, chosen_cards, chosen_slot
from webapp.lol.pages.findings.role import RoleRow, role_rows
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


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """One game that went alike; `percent` is how alike. `side` won, or is the player's."""

    url: str
    title: str
    side: str
    played_at: datetime
    percent: int
    why: str


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


def alike_lines(loaded: Sources, _moment: Moment, query: Query) -> tuple[AlikeLine, ...]:
    """Give the games most like this one, or the plays most like the chosen player's."""
    rows = alike_of(loaded, chosen_slot(loaded, query)).rows
    return tuple(
        AlikeLine(one.href, one.title, one.side, one.played_at, one.percent, one.why)
        for one in rows
    )


def role_lines(loaded: Sources, _moment: Moment, query: Query) -> tuple[RoleRow, ...]:
    """Give the chosen player's figures against others of the role; none without a player."""
    return role_rows(loaded, chosen_slot(loaded, query)).rows


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
