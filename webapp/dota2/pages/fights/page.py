"""Puts the Fights tab together: the list, and one fight in full."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.fights import Fight
from webapp.dota2.domain.terms import Term
from webapp.dota2.pages.fights.asked import Asked, asked_of, listed, opened
from webapp.dota2.pages.fights.opened import OpenedFight, opened_fight, outcome_of, took_said
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.map.ground import Ground, ground
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, terms_of
from webapp.matchplay.charts import clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel


@dataclass(frozen=True, slots=True)
class FightRow:
    """One fight of the list; `gold` is what the winner's side gained more, None where unknown."""

    number: int
    href: str
    clock: str
    seconds: int
    fought: tuple[int, int]
    deaths: int
    outcome: str
    winner: str
    gold: int | None
    took: tuple[str, str]
    current: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, with the way to it."""

    word: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class FightsPage:
    """The Fights tab; `rows` is None where neither kills nor fights were recorded."""

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    parsed: bool
    can_parse: bool
    people: tuple[Choice, ...]
    rows: tuple[FightRow, ...] | None
    in_all: int
    outside: int
    opened: OpenedFight | None
    ground: Ground
    csv: dict[str, str]
    terms: dict[str, Term]


def fights_page(
    match_id: int, moment: Moment, query: Mapping[str, str], version: str | None = None
) -> FightsPage | None:
    """Give the Fights page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *FIGHTS.slices, version=version)
    if loaded is None:
        return None
    people, story = people_of(loaded), loaded.slices["fights"]
    asked = asked_of(url_of(match_id), moment, query, people)
    among = listed(asked, story.fights or ())
    told = opened(asked, among)
    return FightsPage(
        frame=frame_of(loaded, "fights", moment),
        tab="fights",
        follows=None if moment.span else moment.second,
        title=_title(asked, people, moment, len(among)),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "fights"),
        people=_people(asked, people),
        rows=None
        if story.fights is None
        else tuple(_row(loaded, asked, one, told) for one in among),
        in_all=len(story.fights or ()),
        outside=len(story.outside),
        opened=opened_fight(loaded, told) if told else None,
        ground=ground(),
        csv=csv_links(
            asked.url,
            {"fights": asked.narrowing, "fighters": f"?fight={told.number}" if told else ""},
        ),
        terms=terms_of("fight"),
    )


def _title(asked: Asked, people: Mapping[int, Person], moment: Moment, count: int) -> str:
    who = f"Fights {people[asked.player].hero} was in" if asked.player is not None else "Fights"
    when = f", {' to '.join(moment.clocks)}" if moment.span else ""
    return f"{who}{when}: {count}"


def _people(asked: Asked, people: Mapping[int, Person]) -> tuple[Choice, ...]:
    every = Choice("everybody", asked.whose(None), asked.player is None)
    own = (
        Choice(one.hero, asked.whose(slot), asked.player == slot) for slot, one in people.items()
    )
    return (every, *own)


def _row(loaded: Any, asked: Asked, one: Fight, told: Fight | None) -> FightRow:
    gold = None if one.a.gold is None or one.b.gold is None else one.a.gold - one.b.gold
    return FightRow(
        number=one.number,
        href=asked.open_href(one),
        clock=clock(one.start_s),
        seconds=one.end_s - one.start_s,
        fought=(one.a.fought, one.b.fought),
        deaths=one.deaths,
        outcome=outcome_of(one),
        winner=one.winner,
        gold=gold,
        took=(took_said(loaded, one.a), took_said(loaded, one.b)),
        current=one == told,
    )


def _shows(_loaded: Any, moment: Moment, _query: Any) -> Hashable:
    return as_chosen(moment)


FIGHTS = Panel("fights", (*FRAME_SLICES, "objectives", "fights"), _shows)
