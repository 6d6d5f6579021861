"""The Findings tab of one match, or of one player in it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.modes import UNDECIDED
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.findings.alike import Alike, alike_mark, alike_of
from webapp.lol.pages.findings.cards import FINDING_SLICES, Card, cards_of
from webapp.lol.pages.findings.role import RoleRow, role_rows
from webapp.lol.pages.frame import Frame, frame_of, url_of
from webapp.lol.pages.overview import ranks_mark
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.store.chances import load_standing
from webapp.lol.store.wordings import WORDINGS
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.finding_cards import PersonLink, person_links, title_of
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel
from webapp.matchroom.wording import may_reword, rewords, worded

WORDS: Final = ("finding", "finding-worth", "finding-role", "alike-match", "alike-player")
MATCH: Final = "none"
"""In the place of a player: the match's own findings and nobody's."""
NOTHING: Final = "Nothing in the rules is worth a sentence here."


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The Findings tab; `measured` says what they are ranked by, `nothing` why there are none.

    `role` compares the chosen player with `role_games` others, `role_tier_games` of them of the
    same tier; `alike` are games that went so.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    measured: str
    cards: tuple[Card, ...]
    nothing: str
    people: tuple[PersonLink, ...]
    role: tuple[RoleRow, ...]
    role_games: int
    role_tier: str
    role_tier_games: int
    alike: Alike
    csv: dict[str, str]
    can_reword: bool
    terms: dict[str, Term]


def findings_page(
    match_id: str, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> FindingsPage | None:
    """Give the findings of a match, or of one of its players; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices, version=version)
    if loaded is None:
        return None
    seats, chosen = seats_of(loaded), chosen_slot(loaded, query)
    role = role_rows(loaded, chosen)
    cards = chosen_cards(loaded, moment, chosen)
    return FindingsPage(
        frame=frame_of(loaded, "findings", moment),
        tab="findings",
        follows=None if moment.span else moment.second,
        title=title_of(seats[chosen].name if chosen is not None else None, moment),
        measured="points of win chance" if loaded.slices["known"].at_ms else "gold",
        cards=cards,
        nothing=_nothing(loaded),
        people=person_links(
            url_of(match_id),
            moment,
            ((one, seat.name, seat.side, seat.letters) for one, seat in seats.items()),
            chosen,
        ),
        role=role.rows,
        role_games=role.games,
        role_tier=role.tier,
        role_tier_games=role.tier_games,
        alike=alike_of(loaded, chosen),
        csv=csv_links(url_of(match_id), _queries(moment, chosen)),
        can_reword=chosen is None and not moment.query and may_reword(cards),
        terms={key: TERMS[key] for key in WORDS},
    )


def chosen_cards(loaded: Sources, moment: Moment, chosen: int | None) -> tuple[Card, ...]:
    """Give what decided what was chosen, in other words where some are kept."""
    cards = cards_of(loaded, load_standing().model, moment, chosen)
    if chosen is not None or moment.query:
        return cards
    return worded(WORDINGS, loaded.row.match_id, cards)


def own_cards(match_id: str) -> tuple[Card, ...] | None:
    """Give what decided a match in the rules' own words; None when it is not kept here."""
    loaded = load_sources(match_id, *FINDINGS.slices)
    return cards_of(loaded, load_standing().model, Moment()) if loaded else None


def _queries(moment: Moment, chosen: int | None) -> dict[str, str]:
    """Give what narrows each table; all but findings are told of the whole match."""
    whole = Moment().query_with(player=chosen)
    findings = moment.query_with(player=_asked(chosen))
    return {"findings": findings, "role": whole, "alike": whole}


def _asked(chosen: int | None) -> int | str:
    """Say whose findings a table holds: without a player it would hold everybody's as well."""
    return MATCH if chosen is None else chosen


def chosen_slot(loaded: Sources, query: Mapping[str, str]) -> int | None:
    """Give the player asked for; one who did not play is as good as none."""
    return next((slot for slot in seats_of(loaded) if str(slot) == query.get("player")), None)


def _shows(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> Hashable:
    return chosen_cards(loaded, moment, chosen_slot(loaded, query))


FINDINGS: Final = Panel("findings", FINDING_SLICES, _shows)


def findings_mark() -> str:
    """Name what the tab shows beside the match: the model, the games kept here, their ranks."""
    return f"{load_standing().mark}|{alike_mark()}|{rewords()}|{ranks_mark()}"


def _nothing(loaded: Sources) -> str:
    """Say why there may be no finding."""
    board = loaded.slices["scoreboard"]
    if board.ending in UNDECIDED:
        return "The game broke off, so nothing in it decided anything."
    if not board.sides:
        return "The rules compare two sides that play against each other, and this mode has none."
    if not loaded.slices["events"].recorded:
        return "This match has no timeline of events, so what decided it is not recorded."
    return NOTHING
