"""Puts the Builds tab together: everybody's end and items of note, one player in full."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.benchmarks import METRICS, Measured
from webapp.dota2.domain.analysis.builds import Build, Found
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.domain.terms import Term
from webapp.dota2.pages.builds.rows import (
    Bought,
    Shelf,
    Step,
    purchases_of,
    shelf_of,
    steps_of,
)
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.people import Person, people_of
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, terms_of, title_at
from webapp.matchplay.charts import clock
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

WORDS = {
    "gold_per_min": "Gold a minute",
    "xp_per_min": "XP a minute",
    "kills_per_min": "Kills a minute",
    "deaths_per_min": "Deaths a minute",
    "assists_per_min": "Assists a minute",
    "last_hits_per_min": "Last hits a minute",
    "denies_per_min": "Denies a minute",
    "hero_damage_per_min": "Hero damage a minute",
    "hero_healing_per_min": "Healing a minute",
    "tower_damage": "Tower damage",
    "stuns_per_min": "Stuns a minute, s",
    "lhten": "Last hits at 10:00",
}
LARGE = 100
"""From here on a figure is told without decimals."""


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One figure; `share` is in per cent, None where OpenDota did not send one."""

    word: str
    value: str
    share: int | None


@dataclass(frozen=True, slots=True)
class OneBuild:
    """One player in full; parts that were not recorded are None."""

    person: Person
    title: str
    purchases: tuple[Bought, ...] | None
    steps: tuple[Step, ...] | None
    neutrals: tuple[Bought, ...] | None
    uses: tuple[tuple[str, int], ...] | None
    metrics: tuple[MetricRow, ...]


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """The Builds tab."""

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    parsed: bool
    shelves: tuple[Shelf, ...]
    one: OneBuild | None
    shares_sent: bool
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
        shelves=tuple(
            shelf_of(loaded, one, moment, f"{url}?player={one.slot}{rest}", current=one == chosen)
            for one in builds
        ),
        one=_one(loaded, chosen, moment) if chosen else None,
        shares_sent=loaded.slices["benchmarks"].shares_sent,
        terms=terms_of("build"),
    )


def _one(loaded: Any, build: Build, moment: Moment) -> OneBuild:
    measured = next(
        (one for one in loaded.slices["benchmarks"].players if one.slot == build.slot), None
    )
    return OneBuild(
        person=people_of(loaded)[build.slot],
        title=title_at("Bought", moment),
        purchases=purchases_of(loaded, build, moment),
        steps=steps_of(loaded, build),
        neutrals=_neutrals(loaded, build),
        uses=None
        if build.uses is None
        else tuple((loaded.names.item_called(key).name, count) for key, count in build.uses),
        metrics=_metrics(measured) if measured else (),
    )


def _neutrals(loaded: Any, build: Build) -> tuple[Bought, ...] | None:
    if build.neutrals is None:
        return None
    return tuple(
        Bought(one.at_s, clock(one.at_s), _found(loaded.names, one), None, None, None)
        for one in build.neutrals
    )


def _found(names: Catalogue, one: Found) -> str:
    """Name a neutral item with what was put on it."""
    item = names.item_called(one.item).name
    return f"{item}, {names.item_called(one.enhancement).name}" if one.enhancement else item


def _metrics(measured: Measured) -> tuple[MetricRow, ...]:
    columns = zip(METRICS, measured.values, measured.shares, strict=True)
    return tuple(
        MetricRow(WORDS[name], _said(value), None if share is None else round(100 * share))
        for name, value, share in columns
        if value is not None
    )


def _said(value: float) -> str:
    return f"{value:,.0f}" if value >= LARGE or value == int(value) else f"{value:.2f}"


def _shows(_loaded: Any, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return as_chosen(moment)


BUILDS = Panel("builds", (*FRAME_SLICES, "builds", "benchmarks"), _shows)
