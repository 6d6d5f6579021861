"""The Overview tab: the scoreboard, what was carried, and how it stood at a chosen minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.pages.findings.page import FINDING_SLICES, Card, cards_of
from webapp.dota2.pages.frame import Frame, frame_of, url_of
from webapp.dota2.pages.overview.board import Heading, ScoreGroup, board_of
from webapp.dota2.pages.overview.carried import Carried, carried_by
from webapp.dota2.pages.overview.columns import known_sort
from webapp.dota2.pages.overview.standing import Standing, standing_at
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.stretch import by_the_minute
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

CARDS_HELD = 32
OVERVIEW = Panel("overview", tuple(dict.fromkeys((*FINDING_SLICES, "moments"))), by_the_minute)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The Overview tab of one match; `asked` says that a moment or span was chosen."""

    frame: Frame
    tab: str
    follows: int | str | None
    parsed: bool
    can_parse: bool
    asked: bool
    oddities: tuple[str, ...]
    headings: tuple[Heading, ...]
    groups: tuple[ScoreGroup, ...]
    standing: Standing | None
    cards: tuple[Card, ...]
    carried: tuple[Carried, ...]
    csv: dict[str, str]


def overview_page(
    match_id: int, moment: Moment, sort: str = "", version: str | None = None
) -> OverviewPage | None:
    """Give the Overview of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OVERVIEW.slices, version=version)
    if loaded is None:
        return None
    headings, groups = board_of(loaded, known_sort(sort))
    board = loaded.slices["scoreboard"]
    return OverviewPage(
        frame=frame_of(loaded, "overview", moment),
        tab="overview",
        follows=None if moment.span else moment.second,
        parsed=board.parsed,
        can_parse=may_ask(loaded.row, "overview"),
        asked=moment.at is not None or moment.span is not None,
        oddities=board.oddities,
        headings=headings,
        groups=groups,
        standing=standing_at(loaded, moment),
        cards=_decided(loaded),
        carried=carried_by(loaded),
        csv=csv_links(url_of(match_id), {"minutes": moment.query}),
    )


@holding(CARDS_HELD)
def _decided(loaded: Any) -> tuple[Card, ...]:
    """Give what decided the whole match; nothing without a parsed replay."""
    return cards_of(loaded, Moment())
