"""The Findings tab of one match, or of one player in it, and the story of the match."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.findings import (
    SLICES,
    Material,
    findings_of,
    material_of,
    personal_findings,
)
from webapp.dota2.domain.story import story_of
from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.domain.terms.findings import term_of_rule
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen
from webapp.dota2.store.wordings import WORDINGS
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.finding_cards import (
    FindingCard,
    PersonLink,
    card_of,
    person_links,
    title_of,
    within,
)
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel
from webapp.matchroom.wording import may_reword, rewords, worded

HELD = 32
PERSONAL = frozenset({"/combat", "/fights"})
"""Pages that can show one player; a finding told for one leads to theirs."""
FINDING_SLICES = tuple(dict.fromkeys((*FRAME_SLICES, *SLICES)))


@dataclass(frozen=True, slots=True)
class Card(FindingCard):
    """One finding as it is shown."""

    @property
    def term(self) -> Term:
        """Give the term of the rule that wrote it."""
        return term_of_rule(self.rule)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the story, with the second and the page it belongs to."""

    clock: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The Findings tab; the story is of the whole match whatever is chosen."""

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    parsed: bool
    can_parse: bool
    cards: tuple[Card, ...]
    story: tuple[Told, ...]
    people: tuple[PersonLink, ...]
    csv: dict[str, str]
    can_reword: bool
    terms: dict[str, Term]


def findings_page(
    match_id: int, moment: Moment, slot: int | None = None, version: str | None = None
) -> FindingsPage | None:
    """Give the findings of a match, or of one of its players; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices, version=version)
    if loaded is None:
        return None
    people = people_of(loaded)
    chosen = slot if slot in people else None
    cards = chosen_cards(loaded, moment, chosen)
    return FindingsPage(
        frame=frame_of(loaded, "findings", moment),
        tab="findings",
        follows=None if moment.span else moment.second,
        title=title_of(people[chosen].hero if chosen is not None else None, moment),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "findings"),
        cards=cards,
        story=_story(loaded),
        people=person_links(
            url_of(match_id),
            moment,
            ((one, who.hero, who.side, who.letters) for one, who in people.items()),
            chosen,
        ),
        csv=csv_links(url_of(match_id), {"findings": moment.query_with(player=chosen)}),
        can_reword=chosen is None and not moment.query and may_reword(cards),
        terms={key: TERMS[key] for key in ("finding", "finding-worth", "story")},
    )


def own_cards(match_id: int) -> tuple[Card, ...] | None:
    """Give what decided a match in the rules' own words; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices)
    return cards_of(loaded, Moment()) if loaded else None


def chosen_cards(loaded: Any, moment: Moment, chosen: int | None) -> tuple[Card, ...]:
    """Give what decided what was chosen, in other words where some are kept."""
    cards = cards_of(loaded, moment, chosen)
    if chosen is not None or moment.query:
        return cards
    return worded(WORDINGS, loaded.row.match_id, cards)


def cards_of(loaded: Any, moment: Moment, slot: int | None = None) -> tuple[Card, ...]:
    """Give what decided a match, a part of it, or one player's match."""
    material, url, span = _material(loaded), url_of(loaded.row.match_id), within(moment)
    if slot is not None:
        found = personal_findings(material, slot, span)
        side = people_of(loaded)[slot].side
        return tuple(_card(one, url, side, slot) for one in found)
    return tuple(_card(one, url, None, None) for one in findings_of(material, span))


@holding(HELD)
def _material(loaded: Any) -> Material:
    lead = loaded.slices["lead"]
    return material_of(
        loaded.slices,
        {slot: one.hero for slot, one in people_of(loaded).items()},
        tuple((one.at_s, one.a - one.b) for one in lead.samples),
        duration_s=loaded.row.duration_s,
        winner=loaded.slices["scoreboard"].winner,
    )


def _card(one: Finding, url: str, own_side: str | None, slot: int | None) -> Card:
    whose = slot if one.evidence in PERSONAL else None
    worth = f"{one.worth:,} gold for {SIDE_NAMES[one.side]}"
    return card_of(Card, one, url, worth, own_side=own_side, player=whose)


def _story(loaded: Any) -> tuple[Told, ...]:
    url = url_of(loaded.row.match_id)
    return tuple(
        Told(clock(one.at_s), f"{url}{one.evidence}?t={max(0, one.at_s)}", one.text)
        for one in story_of(_material(loaded))
    )


def _shows(_loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return as_chosen(moment)


def findings_mark() -> str:
    """Name what findings show beside the match itself: whether words change."""
    return f"{rewords()}"


FINDINGS = Panel("findings", FINDING_SLICES, _shows)
