"""Findings as every game shows them: cards, whom they may be asked for, and what they are of.

A game brings the rules, what a finding was worth in its words, and the term of each rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding
from webapp.matchroom.moment import Moment

NEAR_S: Final = 120
"""A finding is near a chosen second when it lies at most so many seconds away."""
ROUNDS_TO_ONE: Final = 0.5


@dataclass(frozen=True, slots=True)
class FindingCard:
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


C = TypeVar("C", bound=FindingCard)


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A player to ask findings for; the first link, without a side, is for the whole match."""

    name: str
    side: str
    letters: str
    href: str
    current: bool


def card_of(  # noqa: PLR0913 - what a card says beside its finding
    kind: type[C],
    one: Finding,
    url: str,
    worth: str,
    *,
    own_side: str | None = None,
    player: int | None = None,
) -> C:
    """Make a game's card of a finding: it leads to its second or its span, and to a `player`.

    `own_side` is the side of the player it is told for, None where it is told for everybody.
    """
    ends = one.to_s if one.to_s and one.to_s > one.at_s else None
    begins = max(0, one.at_s)
    query = f"?from={begins}&to={ends}" if ends else f"?t={begins}"
    return kind(
        rule=one.rule,
        at_s=one.at_s,
        clock=f"{clock(one.at_s)}–{clock(ends)}" if ends else clock(one.at_s),
        href=f"{url}{one.evidence}{query}{'' if player is None else f'&player={player}'}",
        side=one.side,
        sentence=one.sentence,
        detail=one.detail,
        worth=worth,
        number=round(one.weight, 1),
        gain=None if own_side is None else one.side == own_side,
    )


def worth_said(one: Finding, unit: str) -> str:
    """Say what it was worth in points of win chance; less than half a point, in `unit`."""
    if one.points is None or one.points < ROUNDS_TO_ONE:
        return f"About {one.worth:,} {unit}"
    number = f"{one.points:.0f}"
    return f"{number} {'point' if number == '1' else 'points'} of win chance"


def within(moment: Moment) -> tuple[int, int] | None:
    """Give the chosen span, or the minutes around the chosen second; None for the whole match."""
    if moment.span or moment.at is None:
        return moment.span
    return moment.at - NEAR_S, moment.at + NEAR_S


def title_of(name: str | None, moment: Moment) -> str:
    """Head the findings of a match, or of the player named, over what was chosen."""
    whom = f" for {name}" if name else ""
    if moment.span:
        return f"What decided {' to '.join(moment.clocks)}{whom}"
    if moment.at is not None:
        return f"What mattered{whom} within two minutes of {moment.clock}"
    return f"What decided it{whom}, whole match"


def person_links(
    url: str, moment: Moment, people: Iterable[tuple[int, str, str, str]], chosen: int | None
) -> tuple[PersonLink, ...]:
    """Link the whole match and each player: slot, name, side and letters of each."""
    url, rest = f"{url}/findings", moment.query.replace("?", "&", 1)
    whole = PersonLink("The whole match", "", "", url + moment.query, chosen is None)
    return (
        whole,
        *(
            PersonLink(name, side, letters, f"{url}?player={slot}{rest}", slot == chosen)
            for slot, name, side, letters in people
        ),
    )
