"""The Data tab: where a match came from, what it lacks, and everything there is to take away."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.models import DeadlockMatch
from webapp.deadlock.pages.demo import DemoView, demo_view
from webapp.deadlock.pages.frame import FRAME_SLICES, Frame, frame_of
from webapp.deadlock.pages.sources import load_sources
from webapp.deadlock.pages.table_list import TABLES
from webapp.deadlock.store.matches import notes_on
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, nothing_of_it
from webapp.matchroom.taken_away import DataFact, Download, QuarantineNote, notes_of, tables_of

DATA = Panel("data", FRAME_SLICES, nothing_of_it)
ORIGINS = {
    "upstream": "deadlock-api, as fetched",
    "upload": "a file a reader brought; not checked against the archive",
    "generated": "generated here as a sample; nobody played it",
}


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
    can_refetch: bool
    demo: DemoView
    terms: dict[str, Term]


def data_page(match_id: int, moment: Moment, version: str | None = None) -> DataPage | None:
    """Give the Data tab of a match; None when it is not kept here."""
    loaded = load_sources(match_id, *DATA.slices, version=version)
    if loaded is None:
        return None
    row = loaded.row
    return DataPage(
        frame=frame_of(loaded, "data", moment),
        tab="data",
        facts=_facts(row, loaded.names.version),
        missing=tuple(row.missing),
        files=_files(row),
        tables=tables_of(TABLES, _url(row)),
        quarantine=notes_of(notes_on(match_id)),
        can_refetch=row.provenance == "upload",
        demo=demo_view(row),
        terms={key: term for key, term in TERMS.items() if key.startswith("demo-")},
    )


def _url(row: DeadlockMatch) -> str:
    return f"/deadlock/matches/{row.match_id}"


def _facts(row: DeadlockMatch, names_version: str) -> tuple[DataFact, ...]:
    return (
        DataFact("Source", ORIGINS[row.provenance]),
        DataFact("Fetched", "", at=row.fetched_at),
        DataFact("Analysed", "", at=row.saved_at),
        DataFact("Written as", _written(row.raw_format)),
        DataFact("Body as it came", f"{row.raw_bytes:,} bytes, SHA-256 {row.raw_sha256[:16]}…"),
        DataFact("Kept here", f"{row.kept_bytes:,} bytes with positions and damage"),
        DataFact("Analysis version", str(row.analysis_version)),
        DataFact("Names of heroes and items", f"version {names_version}"),
    )


def _written(raw_format: str) -> str:
    words = {"json": "metadata JSON", "protobuf": "raw metadata"}
    return words.get(raw_format, f"raw metadata ({raw_format})")


def _files(row: DeadlockMatch) -> tuple[Download, ...]:
    url = _url(row)
    files = [
        Download("This analysis, JSON", f"{url}/analysis.json", "everything the tabs show"),
        Download("The body as it came", f"{url}/raw", _written(row.raw_format)),
    ]
    if row.damage_key:
        said = "who did how much to whom with what, by interval"
        files.append(Download("Damage, Parquet", f"{url}/damage.parquet", said))
    if row.paths_key:
        said = "twelve players, once a second"
        files.append(Download("Positions, Parquet", f"{url}/positions.parquet", said))
        said = "the same, packed: the file the map reads"
        files.append(Download("Positions, binary", f"{url}/paths", said))
    said = "every player’s totals at every sample"
    files.append(Download("Snapshots, Parquet", f"{url}/snapshots.parquet", said))
    return tuple(files)
