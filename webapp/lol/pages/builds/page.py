"""The Builds tab of one match, for the chosen moment or span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.core.holding import holding
from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.builds.inventories import BuildView, build_view
from webapp.lol.pages.builds.spikes import SpikeRow, spike_rows, within
from webapp.lol.pages.frame import FRAME_SLICES, Frame, clock, frame_of, url_of
from webapp.lol.pages.seats import seats_of
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows, seen_clock, until, until_words
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

HELD = 32
ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th")

TABLES = ("items", "skills")


@dataclass(frozen=True, slots=True)
class BuildsPage:
    """The Builds tab; `nothing` says why no purchase is dated, empty where they are.

    `columns` head the legendaries: as many as somebody has.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    clock: str
    nothing: str
    columns: tuple[str, ...]
    spikes: tuple[SpikeRow, ...]
    builds: tuple[BuildView, ...]
    csv: dict[str, str]
    terms: dict[str, Term]


def builds_page(match_id: str, moment: Moment, version: str | None = None) -> BuildsPage | None:
    """Give the Builds of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *BUILDS.slices, version=version)
    if loaded is None:
        return None
    spikes, builds = builds_seen(loaded, moment)
    return BuildsPage(
        frame=frame_of(loaded, "builds", moment),
        tab="builds",
        follows=follows(moment),
        when=until_words(moment),
        clock=seen_clock(moment, clock(loaded.row.duration_s)),
        nothing="" if loaded.slices["builds"].recorded else NOT_RECORDED,
        columns=ORDINALS[: max((len(row.spikes) for row in spikes), default=0)],
        spikes=spikes,
        builds=builds,
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, moment.query)),
        terms={key: term for key, term in TERMS.items() if key.startswith("build-")},
    )


NOT_RECORDED = "This match has no timeline of events: only the items at its end are known."


def builds_seen(
    loaded: Sources, moment: Moment
) -> tuple[tuple[SpikeRow, ...], tuple[BuildView, ...]]:
    """Give legendaries and builds as far as a stretch shows them."""
    story, seats = loaded.slices["builds"], seats_of(loaded)
    window = until(moment, loaded.row.duration_s)
    builds = tuple(
        build_view(one, seats[one.slot], loaded.names, window, recorded=story.recorded)
        for one in story.players
        if one.slot in seats
    )
    if loaded.slices["scoreboard"].mode != "rift" or not story.recorded:
        return (), builds
    return within(spike_rows(loaded), window), builds


@holding(HELD)
def _seconds(loaded: Sources) -> tuple[int, ...]:
    """Give every second something is bought, sold, taken back or learnt at, in order."""
    players = loaded.slices["builds"].players
    dealt = (deal.at_s for one in players for deal in one.deals)
    learnt = (point.at_s for one in players for point in one.skills)
    return tuple(sorted({*dealt, *learnt}))


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    """Say which of those seconds a stretch holds: nothing else of it is shown."""
    window, seconds = until(moment, loaded.row.duration_s), _seconds(loaded)
    return window.whole, bisect_left(seconds, window.first), bisect_right(seconds, window.last)


BUILDS = Panel("builds", (*FRAME_SLICES, "builds"), _shows)
