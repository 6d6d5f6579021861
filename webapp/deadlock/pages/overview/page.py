"""The Overview tab: the scoreboard, every column defined, and what decided the match."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.pages.findings import FINDING_SLICES, Card, worded_cards
from webapp.deadlock.pages.frame import Frame, frame_of
from webapp.deadlock.pages.overview.board import Heading, ScoreGroup, board_of
from webapp.deadlock.pages.overview.columns import known_sort
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.store.chances import load_model
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, nothing_of_it

OVERVIEW = Panel("overview", FINDING_SLICES, nothing_of_it)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The Overview tab of one match."""

    frame: Frame
    tab: str
    headings: tuple[Heading, ...]
    groups: tuple[ScoreGroup, ...]
    cards: tuple[Card, ...]


def overview_page(
    match_id: int, moment: Moment, sort: str = "souls", version: str | None = None
) -> OverviewPage | None:
    """Give the Overview of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OVERVIEW.slices, version=version)
    if loaded is None:
        return None
    headings, groups = board_of(loaded, known_sort(sort))
    return OverviewPage(
        frame=frame_of(loaded, "overview", moment),
        tab="overview",
        headings=headings,
        groups=groups,
        cards=worded_cards(loaded, load_model()),
    )
