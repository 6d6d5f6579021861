"""What is kept of a demo: its row, its tables, some rows of one."""

from __future__ import annotations

import io
from typing import Any

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.objects import ObjectMissing, current_objects
from webapp.deadlock.models import DeadlockDemo, DeadlockMatch, DeadlockSalts


def load_demo(match_id: int) -> DeadlockDemo | None:
    """Give what became of a match's demo; None when nobody asked for it."""
    return db.session.get(DeadlockDemo, match_id)


def load_demo_and_salts(match_id: int) -> tuple[DeadlockDemo | None, DeadlockSalts | None]:
    """Give what became of a match's demo, and where its files lie. One query."""
    row = db.session.execute(
        select(DeadlockDemo, DeadlockSalts)
        .select_from(DeadlockMatch)
        .outerjoin(DeadlockDemo, DeadlockDemo.match_id == DeadlockMatch.match_id)
        .outerjoin(DeadlockSalts, DeadlockSalts.match_id == DeadlockMatch.match_id)
        .where(DeadlockMatch.match_id == match_id)
    ).one_or_none()
    return (row[0], row[1]) if row else (None, None)


def load_demo_table(match_id: int, dataset: str) -> bytes | None:
    """Give one table of a demo as Parquet, as it lies; None when it is not kept."""
    row = load_demo(match_id)
    table = row.tables.get(dataset) if row else None
    if table is None:
        return None
    try:
        return current_objects().get(table["key"])
    except ObjectMissing:
        return None


def load_demo_rows(
    match_id: int, dataset: str, *columns: str, between_s: tuple[float, float] | None = None
) -> list[tuple[Any, ...]]:
    """Give some columns of a demo's table, in the order of time; empty when it is not kept.

    `between_s` keeps the rows of a span of the table's clock alone, both ends included.
    """
    body = load_demo_table(match_id, dataset)
    if body is None:
        return []
    import polars as pl

    frame = pl.scan_parquet(io.BytesIO(body))
    if between_s:
        frame = frame.filter(pl.col("at_s").is_between(*between_s))
    return frame.select(columns).collect().rows()
