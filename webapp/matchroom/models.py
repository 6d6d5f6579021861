"""The columns all games' tables share; a game adds its ids and what only it has.

`match_id` is each game's own: a number or a text. What a slice holds is the analysis's to say.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from webapp.core.models import MOMENT


class MatchColumns:
    """One analysed match. `provenance` says whether its body can be trusted.

    The main body is named by `raw_…`; every other file of a match has a column `<name>_key`.
    """

    if TYPE_CHECKING:
        __tablename__: str
        __table__: Table
        match_id: Mapped[Any]

    provenance: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(MOMENT, index=True)
    duration_s: Mapped[int]
    outcome: Mapped[str]
    fetched_at: Mapped[datetime] = mapped_column(MOMENT)
    saved_at: Mapped[datetime] = mapped_column(MOMENT)
    raw_key: Mapped[str]
    raw_format: Mapped[str]
    raw_sha256: Mapped[str]
    raw_bytes: Mapped[int]
    kept_bytes: Mapped[int]
    analysis_version: Mapped[int] = mapped_column(index=True)
    content_version: Mapped[str]
    missing: Mapped[list[str]] = mapped_column(JSONB)


class SliceColumns:
    """What one part of a match's pages shows, ready to be read: JSON of one dataclass, zstd."""

    if TYPE_CHECKING:
        __tablename__: str
        __table__: Table
        match_id: Mapped[Any]

    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class WordingColumns:
    """A match's findings in other words, for the facts named; null where a wording was refused."""

    if TYPE_CHECKING:
        __tablename__: str
        __table__: Table
        match_id: Mapped[Any]

    facts_mark: Mapped[str]
    sentences: Mapped[list[str | None]] = mapped_column(JSONB)
    model: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(MOMENT)


class UploadColumns:
    """A file a reader brought, named by its content; the game adds the match it turned out to be.

    Nobody vouches for it.
    """

    if TYPE_CHECKING:
        __tablename__: str
        __table__: Table
        match_id: Mapped[Any]

    sha256: Mapped[str] = mapped_column(primary_key=True)
    filename: Mapped[str]
    object_key: Mapped[str]
    bytes: Mapped[int]
    uploaded_at: Mapped[datetime] = mapped_column(MOMENT)


def match_rules(table: str) -> tuple[CheckConstraint, Index]:
    """Give the rules of a table of matches: known provenances, and an index for lists."""
    return (
        CheckConstraint("provenance IN ('upstream', 'upload', 'generated')", name="provenance"),
        Index(f"ix_{table}_saved", "provenance", "saved_at"),
    )


def of_match(table: str) -> MappedColumn[Any]:
    """Give the key column of what belongs to a match and goes with it; its type is the match's."""
    return mapped_column(
        ForeignKey(f"{table}.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        sort_order=-1,
    )
