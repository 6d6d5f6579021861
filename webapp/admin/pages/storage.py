"""What is stored: objects by game and kind, tables, what nothing names, pages kept on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import text

from webapp.admin.domain.words import size_said
from webapp.admin.pages.stored_games import FolderLine, GameLine, by_game, folder_lines
from webapp.core.db import db
from webapp.core.page_cache import MOST_BYTES
from webapp.core.settings import current_settings
from webapp.core.stored import Orphan, count_orphans, folders, orphans
from webapp.jobs.latest import LatestRun, latest_runs

LOOK: Final = "house.storage"
REMOVAL: Final = "house.removal"
WHOLE: Final = 100
# A table never analysed has no guess in the catalogue; what was written to it is counted instead.
TABLES: Final = """
SELECT c.relname, pg_total_relation_size(c.oid),
  (CASE WHEN c.reltuples < 0 THEN pg_stat_get_live_tuples(c.oid) ELSE c.reltuples END)::bigint
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
ORDER BY pg_total_relation_size(c.oid) DESC, c.relname
"""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One table with its indexes; the database's own guess at its rows."""

    name: str
    bytes: int
    size_said: str
    rows: int
    percent: float


@dataclass(frozen=True, slots=True)
class OrphanLine:
    """An object nothing names."""

    orphan: Orphan
    size_said: str


@dataclass(frozen=True, slots=True)
class StoragePage:
    """Everything that takes up room."""

    counted_at: datetime | None
    folders: tuple[FolderLine, ...]
    games: tuple[GameLine, ...]
    total_said: str
    objects: int
    tables: tuple[TableLine, ...]
    database_said: str
    orphans: tuple[OrphanLine, ...]
    orphan_count: int
    orphan_said: str
    removable: int
    page_cache_said: str
    page_cache_most_said: str
    page_cache_files: int
    look: LatestRun | None
    removal: LatestRun | None


def storage_page() -> StoragePage:
    """Show what takes up room, objects as they were last counted."""
    counted, (count, size, removable) = folders(), count_orphans()
    total = sum(one.bytes for one in counted)
    lines = folder_lines(counted)
    tables = table_lines()
    files, held = _page_cache()
    runs = latest_runs([LOOK, REMOVAL])
    return StoragePage(
        counted_at=max((one.counted_at for one in counted), default=None),
        folders=lines,
        games=by_game(lines),
        total_said=size_said(total),
        objects=sum(one.objects for one in counted),
        tables=tables,
        database_said=size_said(sum(one.bytes for one in tables)),
        orphans=tuple(OrphanLine(one, size_said(one.bytes)) for one in orphans()),
        orphan_count=count,
        orphan_said=size_said(size),
        removable=removable,
        page_cache_said=size_said(held),
        page_cache_most_said=size_said(MOST_BYTES),
        page_cache_files=files,
        look=runs.get(LOOK),
        removal=runs.get(REMOVAL),
    )


def table_lines() -> tuple[TableLine, ...]:
    """Give every table there is, the largest first."""
    rows = [(name, int(size), int(count)) for name, size, count in db.session.execute(text(TABLES))]
    total = sum(size for _, size, _ in rows)
    return tuple(
        TableLine(name, size, size_said(size), count, _percent(size, total))
        for name, size, count in rows
    )


def _percent(part: int, whole: int) -> float:
    return round(WHOLE * part / whole, 1) if whole else 0.0


def _page_cache() -> tuple[int, int]:
    """Count this machine's kept pages; another machine has its own."""
    found = 0, 0
    for file in Path(current_settings().data_dir, "cache", "pages").glob("*/*"):
        try:
            found = found[0] + 1, found[1] + file.stat().st_size
        except OSError:
            continue
    return found
