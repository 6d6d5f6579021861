"""The Findings tab of one match, or of one player in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.findings.cards import Card, chosen_cards, match_cards
from webapp.deadlock.pages.findings.rows import FINDING_SLICES, chosen_slot
from webapp.deadlock.pages.frame import Frame, frame_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.store.chances import load_model, load_standing
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.finding_cards import PersonLink, person_links, title_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel
from webapp.matchroom.wording import may_reword, rewords


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The Findings tab; `measured` says what they are ranked by, `follows` the moment shown."""

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    measured: str
    cards: tuple[Card, ...]
    people: tuple[PersonLink, ...]
    nothing: str
    csv: dict[str, str]
    can_reword: bool
    terms: dict[str, Term]


def findings_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> FindingsPage | None:
    """Give the findings of a match, or of one of its players; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices, version=version)
    if loaded is None:
        return None
    rows = loaded.slices["scoreboard"].rows
    names = {row.slot: loaded.names.hero(row.hero_id).name for row in rows}
    chosen, model = chosen_slot(loaded, query), load_model()
    cards = chosen_cards(loaded, model, moment, chosen)
    frame = frame_of(loaded, "findings", moment)
    return FindingsPage(
        frame=frame,
        tab="findings",
        follows=None if moment.span else moment.second,
        title=title_of(names.get(chosen or 0), moment),
        measured="points of win chance" if model else "souls",
        cards=cards,
        people=person_links(frame.url, moment, _people(loaded), chosen),
        nothing="Nothing in the rules is worth a sentence here.",
        csv=csv_links(frame.url, {"findings": moment.query_with(player=chosen)}),
        can_reword=chosen is None and not moment.query and may_reword(cards),
        terms={key: TERMS[key] for key in ("finding", "finding-worth")},
    )


def _people(loaded: Sources) -> Iterator[tuple[int, str, str, str]]:
    for row in loaded.slices["scoreboard"].rows:
        hero = loaded.names.hero(row.hero_id)
        yield row.slot, hero.name, row.side, hero.letters


def _shows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> Hashable:
    return chosen_cards(loaded, load_model(), moment, chosen_slot(loaded, query))


def own_cards(match_id: int) -> tuple[Card, ...] | None:
    """Give what decided a match in the rules' own words; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices)
    return match_cards(loaded, load_model()) if loaded else None


FINDINGS = Panel("findings", FINDING_SLICES, _shows)


def findings_mark() -> str:
    """Name what findings show beside the match itself: the model, and whether words change."""
    return f"{load_standing().mark}|{rewords()}"
