"""The Data tab: where a match came from, what it lacks, and everything there is to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.replays.numbers import is_own
from webapp.dota2.pages.frame import FRAME_SLICES, Frame, frame_of, url_of
from webapp.dota2.pages.parse_offer import may_ask
from webapp.dota2.pages.sources import load_sources
from webapp.dota2.pages.tables import TABLES
from webapp.dota2.store.matches import notes_on
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, nothing_of_it
from webapp.matchroom.taken_away import DataFact, Download, QuarantineNote, notes_of, tables_of

DATA = Panel("data", FRAME_SLICES, nothing_of_it)
ORIGINS = {
    "upload": "a file a reader brought; not checked against OpenDota",
    "generated": "generated here as a sample; nobody played it",
}
SOURCES = {
    "opendota": "OpenDota, as fetched",
    "steam": "the Steam Web API, as fetched",
    "replay": "a replay, read here",
}
WRITTEN = {
    ("opendota", True): "OpenDota’s record, replay parsed",
    ("opendota", False): "OpenDota’s record, replay not parsed",
    ("replay", True): "what was read of a replay here, in OpenDota’s form",
}


@dataclass(frozen=True, slots=True)
class DataPage:
    """The Data tab of one match."""

    frame: Frame
    tab: str
    parsed: bool
    can_parse: bool
    facts: tuple[DataFact, ...]
    missing: tuple[str, ...]
    files: tuple[Download, ...]
    tables: tuple[Download, ...]
    quarantine: tuple[QuarantineNote, ...]
    can_refetch: bool


def data_page(match_id: int, moment: Moment, version: str | None = None) -> DataPage | None:
    """Give the Data tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *DATA.slices, version=version)
    if loaded is None:
        return None
    row, url = loaded.row, url_of(loaded.row.match_id)
    return DataPage(
        frame=frame_of(loaded, "data", moment),
        tab="data",
        parsed=row.parsed,
        can_parse=may_ask(row),
        facts=_facts(row, loaded.names.version),
        missing=tuple(row.missing),
        files=(
            Download("This analysis, JSON", f"{url}/analysis.json", "everything the tabs show"),
            Download("The body as it came", f"{url}/raw", _written(row)),
        ),
        tables=tables_of(TABLES, url),
        quarantine=notes_of(notes_on(match_id)),
        can_refetch=row.provenance == "upload" and not is_own(match_id),
    )


def _facts(row: Any, names_version: str) -> tuple[DataFact, ...]:
    origin = ORIGINS.get(row.provenance) or SOURCES.get(row.source, row.source)
    return (
        DataFact("Source", origin),
        DataFact("Fetched", "", at=row.fetched_at),
        DataFact("Analysed", "", at=row.saved_at),
        DataFact("Written as", _written(row)),
        DataFact("Body as it came", f"{row.raw_bytes:,} bytes, SHA-256 {row.raw_sha256[:16]}…"),
        DataFact("Kept here", f"{row.kept_bytes:,} bytes"),
        DataFact("Analysis version", str(row.analysis_version)),
        DataFact("Names of heroes and items", f"version {names_version}"),
    )


def _written(row: Any) -> str:
    return WRITTEN.get((row.source, row.parsed), "a match of the Steam Web API")
