"""Puts the Builds tab together: everybody's end and items of note, one player in full."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.builds import Build, Found
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.pages.builds.measured import Figures, figures_of
from webapp.dota2.pages.builds.rows import (
    Bought,
    Shelf,
    Step,
    purchases_of,
    shelf_of,
    steps_of,
)
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, terms_of, title_at
from webapp.dota2.store.benchmarks import load_usual
from webapp.matchplay.charts import clock
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel


@dataclass(frozen=True, slots=True)
class OneBuild:
    """One player in full; parts that were not recorded are None.

    `net_worth_known` says that the player's net worth is recorded by the minute.
    """

    person: Person
    title: str
    purchases: tuple[Bought, ...] | None
    net_worth_known: bool
    steps: tuple[Step, ...] | None
    neutrals: tuple[Bought, ...] | None
    uses: tuple[tuple[str, int], ...] | None
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """The Builds tab."""

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    parsed: bool
    can_parse: bool
    shelves: tuple[Shelf, ...]
    one: OneBuild | None
    shares_sent: bool
    csv: dict[str, str]
    terms: dict[str, Term]


def builds_page(
    match_id: int, moment: Moment, slot: int | None = None, version: str | None = None
) -> BuildsPage | None:
    """Give the Builds page of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *BUILDS.slices, version=version)
    if loaded is None:
        return None
    people = people_of(loaded)
    builds = [one for one in loaded.slices["builds"].players if one.slot in people]
    chosen = next((one for one in builds if one.slot == slot), builds[0] if builds else None)
    url, rest = f"{url_of(match_id)}/builds", moment.query.replace("?", "&", 1)
    return BuildsPage(
        frame=frame_of(loaded, "builds", moment),
        tab="builds",
        follows=None if moment.span else moment.second,
        title=title_at("Items of note", moment),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "builds"),
        shelves=tuple(
            shelf_of(loaded, one, moment, f"{url}?player={one.slot}{rest}", current=one == chosen)
            for one in builds
        ),
        one=_one(loaded, chosen, moment) if chosen else None,
        shares_sent=loaded.slices["benchmarks"].shares_sent,
        csv=_csv(url_of(match_id), moment, chosen.slot if chosen else None),
        terms=terms_of("build") | {"lane-efficiency": TERMS["lane-efficiency"]},
    )


def _csv(url: str, moment: Moment, slot: int | None) -> dict[str, str]:
    """Lead to each table: purchases as far as was chosen, the rest of the whole match."""
    whole = Moment().query_with(player=slot)
    links = csv_links(url, {"purchases": moment.query, "abilities": whole, "benchmarks": whole})
    return links | {"bought": f"{url}/tables/purchases.csv{moment.query_with(player=slot)}"}


def builds_measures() -> str:
    """Name what the tab shows besides the match: what is usual for heroes."""
    return load_usual().version


def _one(loaded: Any, build: Build, moment: Moment) -> OneBuild:
    measured = next(
        (one for one in loaded.slices["benchmarks"].players if one.slot == build.slot), None
    )
    minutes = [one for one in loaded.slices["moments"].players if one.slot == build.slot]
    return OneBuild(
        person=people_of(loaded)[build.slot],
        title=title_at("Bought", moment),
        purchases=purchases_of(loaded, build, moment),
        net_worth_known=any(one.net_worth is not None for one in minutes),
        steps=steps_of(loaded, build),
        neutrals=_neutrals(loaded, build),
        uses=None
        if build.uses is None
        else tuple((loaded.names.item_called(key).name, count) for key, count in build.uses),
        figures=figures_of(loaded, measured) if measured else None,
    )


def _neutrals(loaded: Any, build: Build) -> tuple[Bought, ...] | None:
    if build.neutrals is None:
        return None
    return tuple(
        Bought(
            at_s=one.at_s,
            clock=clock(one.at_s),
            item=_found(loaded.names, one),
            charges=None,
            cost=None,
            earned=None,
            net_worth=None,
            icon=loaded.names.item_called(one.item).icon,
        )
        for one in build.neutrals
    )


def _found(names: Catalogue, one: Found) -> str:
    """Name a neutral item with what was put on it."""
    item = names.item_called(one.item).name
    return f"{item}, {names.item_called(one.enhancement).name}" if one.enhancement else item


def _shows(_loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return as_chosen(moment)


BUILDS = Panel("builds", (*FRAME_SLICES, "moments", "builds", "benchmarks"), _shows)
