"""Puts the Performance tab together for a moment, a span, or the whole match."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.deadlock.domain.analysis import Performance
from webapp.deadlock.domain.benchmarks import BANDS, band_of
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.metrics_over import values_over
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.performance.people import Person, chosen_person, people_of
from webapp.deadlock.pages.performance.profile import Measures, Profile, Stretch, profile_of
from webapp.deadlock.pages.performance.tables import FigureTable, figure_tables
from webapp.deadlock.pages.performance.window import told, window_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.store.analytics import load_analytics
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

WORDS = ("perf-range", "perf-accolade")


@dataclass(frozen=True, slots=True)
class MeasuredBy:
    """What figures are placed among, as the page says it; None where there is nothing yet."""

    matches: int
    computed_at: datetime | None
    places: tuple[str, ...]
    ranks: str
    archive_at: datetime | None
    benchmark: Term
    archive: Term


@dataclass(frozen=True, slots=True)
class PerformancePage:
    """The Performance tab of one match; `profile` is None while nobody is chosen."""

    frame: Frame
    tab: str
    follows: int | str | None
    everybody: str
    people: tuple[Person, ...]
    tables: tuple[FigureTable, ...]
    profile: Profile | None
    measured: MeasuredBy
    terms: dict[str, Term]
    csv: dict[str, str]


def performance_page(
    match_id: int, moment: Moment, player: str | None = None, version: str | None = None
) -> PerformancePage | None:
    """Give the Performance tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *PERFORMANCE.slices, version=version)
    if loaded is None:
        return None
    frame = frame_of(loaded, "performance", moment)
    url = f"{frame.url}/performance"
    people = people_of(loaded, url, moment)
    chosen = chosen_person(people, player)
    measures = _measures(loaded, chosen)
    profile = _profile(loaded, chosen, measures, url, moment) if chosen else None
    return PerformancePage(
        frame=frame,
        tab="performance",
        follows=None if moment.span else moment.second,
        everybody=url + moment.query,
        people=people,
        tables=() if chosen else _tables(loaded, people, moment),
        profile=profile,
        measured=_measured_by(measures, profile, loaded.names),
        terms={key: TERMS[key] for key in WORDS},
        csv=_csv(frame.url, moment, chosen.slot if chosen else None),
    )


def _csv(url: str, moment: Moment, slot: int | None) -> dict[str, str]:
    """Lead to each table; stretches from sample to sample and accolades are of the whole match."""
    stretch, whole = moment.query_with(player=slot), Moment().query_with(player=slot)
    queries = {**dict.fromkeys(FOLLOWING, stretch), "accolades": whole}
    return csv_links(url, queries) | {"stretches": f"{url}/tables/counters.csv{whole}"}


def performance_measures() -> str:
    """Name what the tab shows besides the match: benchmarks and the archive's statistics."""
    return f"{load_benchmarks().version}|{load_analytics().version}"


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return window_of(loaded.slices["performance"], moment)


PERFORMANCE = Panel("performance", (*FRAME_SLICES, "performance", "moments"), _shows)
FOLLOWING: Final = ("figures", "counters", "blows", "minutes")


def _tables(loaded: Sources, people: tuple[Person, ...], moment: Moment) -> tuple[FigureTable, ...]:
    performance: Performance = loaded.slices["performance"]
    return figure_tables(performance, window_of(performance, moment), moment, people)


def _profile(
    loaded: Sources, person: Person, measures: Measures, url: str, moment: Moment
) -> Profile:
    performance: Performance = loaded.slices["performance"]
    window = window_of(performance, moment)
    chosen = moment != Moment()
    values = values_over(performance, loaded.slices["moments"], window) if chosen else ()
    stretch = Stretch(told(window, moment), window, values)
    return profile_of(performance, person, measures, loaded.names, stretch=stretch, url=url)


def _measures(loaded: Sources, person: Person | None) -> Measures:
    """Take the rank band of the player's side: nobody's own rank is in the match."""
    badges = {side.side: side.average_badge for side in loaded.slices["scoreboard"].sides}
    band = band_of(badges.get(person.side)) if person else None
    return Measures(load_benchmarks(), band, load_analytics())


def _measured_by(measures: Measures, profile: Profile | None, names: Catalogue) -> MeasuredBy:
    return MeasuredBy(
        matches=measures.benchmarks.matches,
        computed_at=measures.benchmarks.computed_at,
        places=profile.places if profile else (),
        ranks=_ranks(measures.band, names),
        archive_at=measures.analytics.fetched_at,
        benchmark=TERMS["perf-benchmark"],
        archive=TERMS["perf-archive"],
    )


def _ranks(key: str | None, names: Catalogue) -> str:
    """Name a band by its lowest and highest rank, as they are called now; empty without one."""
    band = next((one for one in BANDS if one.key == key), None)
    if band is None:
        return ""
    first, last = (names.ranks.get(tier, f"tier {tier}") for tier in (band.first, band.last))
    return f"{first} to {last}"
