"""Puts the Objectives tab together for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final

from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.objectives.bosses import (
    RoshanRow,
    RuneTable,
    Taken,
    roshans_at,
    runes_at,
    taken_at,
)
from webapp.dota2.pages.objectives.rows import Group, groups_at
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.spoken import as_chosen, title_at
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

TABLES: Final = ("buildings", "roshans", "runes")


@dataclass(frozen=True, slots=True)
class ObjectivesPage:
    """The Objectives tab; `recorded` is False where no second of any building is known.

    `unnamed` counts towers that fell without the replay saying which.
    """

    frame: Frame
    tab: str
    follows: int | str | None
    title: str
    parsed: bool
    can_parse: bool
    recorded: bool
    unnamed: int
    groups: tuple[Group, ...]
    roshans: tuple[RoshanRow, ...] | None
    taken: tuple[Taken, ...]
    runes: RuneTable | None
    csv: dict[str, str]
    terms: dict[str, Term]


def objectives_page(
    match_id: int, moment: Moment, version: str | None = None
) -> ObjectivesPage | None:
    """Give the Objectives of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OBJECTIVES.slices, version=version)
    if loaded is None:
        return None
    return ObjectivesPage(
        frame=frame_of(loaded, "objectives", moment),
        tab="objectives",
        follows=None if moment.span else moment.second,
        title=title_at("Buildings", moment),
        parsed=loaded.slices["scoreboard"].parsed,
        can_parse=may_ask(loaded.row, "objectives"),
        recorded=loaded.slices["objectives"].recorded,
        unnamed=len(loaded.slices["objectives"].unnamed),
        groups=groups_at(loaded, moment),
        roshans=roshans_at(loaded, moment),
        taken=taken_at(loaded, moment),
        runes=runes_at(loaded, moment),
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, moment.query)),
        terms={key: term for key, term in TERMS.items() if key.startswith("objective-")},
    )


def _shows(_loaded: Any, moment: Moment, _query: Any) -> Hashable:
    return as_chosen(moment)


OBJECTIVES = Panel("objectives", (*FRAME_SLICES, "objectives"), _shows)
