"""The Objectives tab of one match, for the chosen moment or span."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from webapp.lol.domain.terms import TERMS, Term
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.lol.pages.objectives.notes import NoteRow, note_rows
from webapp.lol.pages.objectives.rows import (
    BuildingRow,
    CountRow,
    MonsterRow,
    building_rows,
    count_rows,
    monster_rows,
)
from webapp.lol.pages.sources import Sources, load_sources
from webapp.lol.pages.window import follows, until, until_words
from webapp.matchroom.chosen_rows import csv_links
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel

TABLES = ("counts", "monsters", "buildings", "notes")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a stretch holds."""

    counts: tuple[CountRow, ...]
    monsters: tuple[MonsterRow, ...]
    buildings: tuple[BuildingRow, ...]
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class ObjectivesPage:
    """The Objectives tab; `nothing` says why nothing is dated, empty where it is."""

    frame: Frame
    tab: str
    follows: int | str | None
    when: str
    nothing: str
    seen: Seen
    csv: dict[str, str]
    terms: dict[str, Term]


def objectives_page(
    match_id: str, moment: Moment, version: str | None = None
) -> ObjectivesPage | None:
    """Give the Objectives of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *OBJECTIVES.slices, version=version)
    if loaded is None:
        return None
    return ObjectivesPage(
        frame=frame_of(loaded, "objectives", moment),
        tab="objectives",
        follows=follows(moment),
        when=until_words(moment),
        nothing="" if loaded.slices["events"].recorded else NOT_RECORDED,
        seen=_seen(loaded, moment),
        csv=csv_links(url_of(match_id), dict.fromkeys(TABLES, moment.query)),
        terms={key: term for key, term in TERMS.items() if key.startswith("objective-")},
    )


NOT_RECORDED = "This match has no timeline of events; only the body’s own counts are known."


def _seen(loaded: Sources, moment: Moment) -> Seen:
    window = until(moment, loaded.row.duration_s)
    return Seen(
        counts=count_rows(loaded, window),
        monsters=tuple(one for one in monster_rows(loaded) if window.holds(one.at_s)),
        buildings=tuple(one for one in building_rows(loaded) if window.holds(one.at_s)),
        notes=tuple(one for one in note_rows(loaded) if window.holds(one.at_s)),
    )


def _shows(loaded: Sources, moment: Moment, _query: Mapping[str, str]) -> Hashable:
    return _seen(loaded, moment)


OBJECTIVES = Panel("objectives", (*FRAME_SLICES, "objectives"), _shows)
