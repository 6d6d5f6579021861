"""The Data tab: where a match came from, what it lacks, and everything there is to take away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.lol.models import LolMatch
from webapp.lol.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.lol.pages.overview.page import can_fetch_timeline
from webapp.lol.pages.sources import load_sources
from webapp.lol.pages.tables import TABLES
from webapp.lol.store.matches import notes_on
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, nothing_of_it
from webapp.matchroom.taken_away import DataFact, Download, tables_of

DATA = Panel("data", FRAME_SLICES, nothing_of_it)
ORIGINS: Final = {
    "upstream": "Riot’s servers, as fetched",
    "upload": "a file a reader brought; not checked against Riot’s servers",
    "generated": "generated here as a sample; nobody played it",
}


@dataclass(frozen=True, slots=True)
class QuarantineNote:
    """A body for this match that could not be read."""

    reason: str
    seen_at: datetime
    open: bool


@dataclass(frozen=True, slots=True)
class DataPage:
    """The Data tab of one match."""

    frame: Frame
    tab: str
    facts: tuple[DataFact, ...]
    missing: tuple[str, ...]
    files: tuple[Download, ...]
    tables: tuple[Download, ...]
    quarantine: tuple[QuarantineNote, ...]
    can_fetch: bool
    can_refetch: bool


def data_page(match_id: str, moment: Moment, version: str | None = None) -> DataPage | None:
    """Give the Data tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *DATA.slices, version=version)
    if loaded is None:
        return None
    row, frame = loaded.row, frame_of(loaded, "data", moment)
    return DataPage(
        frame=frame,
        tab="data",
        facts=_facts(row, loaded.names.game, loaded.names.language),
        missing=tuple(row.missing),
        files=_files(row, frame.url),
        tables=tables_of(TABLES, frame.url),
        quarantine=tuple(
            QuarantineNote(note.reason, note.seen_at, note.released_at is None)
            for note in notes_on(match_id)
        ),
        can_fetch=can_fetch_timeline(loaded),
        can_refetch=row.provenance == "upload",
    )


def _facts(row: LolMatch, names_version: str, language: str) -> tuple[DataFact, ...]:
    return (
        DataFact("Source", ORIGINS[row.provenance]),
        DataFact("Fetched", "", at=row.fetched_at),
        DataFact("Analysed", "", at=row.saved_at),
        DataFact("Platform", row.platform),
        DataFact("Timeline", "kept" if row.timeline_key else "not here"),
        DataFact("Match as it came", f"{row.raw_bytes:,} bytes, SHA-256 {row.raw_sha256[:16]}…"),
        DataFact("Kept here", f"{row.kept_bytes:,} bytes"),
        DataFact("Analysis version", str(row.analysis_version)),
        DataFact("Names of champions and items", f"version {names_version}, {language}"),
    )


def _files(row: LolMatch, url: str) -> tuple[Download, ...]:
    files = [
        Download("This analysis, JSON", f"{url}/analysis.json", "everything the tabs show"),
        Download("The match as it came", f"{url}/raw", "Riot’s match body, JSON"),
    ]
    if row.timeline_key:
        said = "Riot’s timeline body, JSON"
        files.append(Download("The timeline as it came", f"{url}/raw/timeline", said))
    return tuple(files)
