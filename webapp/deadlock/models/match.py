"""An analysed match and its page slices: positions, damage and the raw body are files.

Rows only name the files; what a slice holds is the analysis's to say.
"""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.matchroom.models import MatchColumns, SliceColumns, match_rules, of_match


class DeadlockMatch(MatchColumns, db.Model):  # type: ignore[name-defined,misc]
    """One analysed match. `provenance` says whether its body can be trusted."""

    __tablename__ = "deadlock_match"
    __table_args__ = match_rules("deadlock_match")

    match_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, sort_order=-1
    )
    winning_team: Mapped[int | None]
    game_mode: Mapped[str]
    match_mode: Mapped[str]
    kills_a: Mapped[int]
    kills_b: Mapped[int]
    paths_key: Mapped[str | None]
    damage_key: Mapped[str | None]


class DeadlockSlice(SliceColumns, db.Model):  # type: ignore[name-defined,misc]
    """What one part of a match's pages shows, ready to be read: JSON of one dataclass, zstd."""

    __tablename__ = "deadlock_slice"

    match_id: Mapped[int] = of_match("deadlock_match")
