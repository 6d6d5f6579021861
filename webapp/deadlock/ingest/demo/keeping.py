"""From what the reader wrote to what is kept: compared with the match, exact, compact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from webapp.deadlock.domain.demos import (
    DATASETS,
    Verdict,
    demo_parts,
    judge,
    keep_columns,
    pack_table,
)
from webapp.deadlock.domain.demos.datasets import MOST_ROWS
from webapp.deadlock.domain.records import Match
from webapp.deadlock.ingest.demo.reading import Reading

if TYPE_CHECKING:
    import polars as pl

NEW_FORM: Final = datetime(2026, 9, 29, tzinfo=UTC)
"""The patch of this day changed demos; the reader knows whole only what came after."""
OLDER: Final = (
    "This demo was made before 29 September 2026. The reader in use knows newer ones whole and "
    "of older ones only parts."
)
NO_CLOCK: Final = (
    "This demo does not say when the match began: its tables carry the demo’s own seconds, and "
    "nothing of it can be set beside moments of the match."
)
NAMELESS: Final = "Single hits: none of them says which player it was on."
# Empty although something of the kind happens in every match.
NEVER_EMPTY: Final = ("hits", "casts", "bosses", "items", "positions")


@dataclass(frozen=True, slots=True)
class Worked:
    """What is worth keeping of a demo: tables with their rows, parts, what is missing.

    `of` is the body of the match it was compared with.
    """

    of: str
    tables: dict[str, tuple[int, bytes]]
    parts: dict[str, Any]
    missing: tuple[str, ...]
    agreed: str


def work_out(reading: Reading, match: Match, *, of: str) -> Worked:
    """Compare a demo with its match, then make its tables ours; raises DemoRefused."""
    slots = {player.hero_id: player.slot for player in match.players}
    failed = dict(reading.failed)
    told = {name: _read_table(reading.folder, name, failed) for name in reading.read}
    verdict = judge(reading.header, _kills(told.get("kills")), match)
    tables = {
        name: keep_columns(frame, DATASETS[name], slots)
        for name, frame in told.items()
        if frame is not None
    }
    return Worked(
        of=of,
        tables={
            n: (t.height, pack_table(t, match.match_id)) for n, t in tables.items() if t.height
        },
        parts=demo_parts(tables, match, of=of) if reading.header.on_match_clock else {},
        missing=tuple(_missing(reading, tables, failed, match)),
        agreed=agreed_said(verdict),
    )


def agreed_said(verdict: Verdict) -> str:
    """Say what the demo and the match were found to share."""
    people = f"the match’s number and {verdict.people} of {verdict.people_known} known players"
    if not verdict.deaths_compared:
        return f"{people}; no death could be compared"
    return f"{people}; {verdict.deaths} of {verdict.deaths_compared} deaths"


def _read_table(folder: Path, name: str, failed: dict[str, str]) -> pl.DataFrame | None:
    """Read one table as a stranger's: by its columns alone, and no more rows than it can have."""
    import polars as pl

    path = folder / f"{name}.parquet"
    try:
        if pl.scan_parquet(path).select(pl.len()).collect().item() > MOST_ROWS:
            failed[name] = "it has more rows than a match can give"
            return None
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError):
        failed[name] = "the reader wrote nothing that can be read"
        return None


def _kills(frame: pl.DataFrame | None) -> list[tuple[float | None, int | None]]:
    if frame is None or not {"at_s", "victim_hero_id"} <= set(frame.columns):
        return []
    return frame.select("at_s", "victim_hero_id").rows()


def _missing(
    reading: Reading, tables: Mapping[str, pl.DataFrame], failed: Mapping[str, str], match: Match
) -> list[str]:
    said = [f"{DATASETS[name].title}: {why}." for name, why in failed.items()]
    empty = [name for name in NEVER_EMPTY if name in tables and not tables[name].height]
    said += [f"{DATASETS[name].title}: the reader found none in this demo." for name in empty]
    hits = tables.get("hits")
    if hits is not None and hits.height and hits["victim"].null_count() == hits.height:
        said.append(NAMELESS)
    if not reading.header.on_match_clock:
        said.append(NO_CLOCK)
    return [OLDER, *said] if said and match.started_at < NEW_FORM else said
