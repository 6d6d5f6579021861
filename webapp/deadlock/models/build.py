"""Published item builds, and which of them a match's page shows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockBuild(db.Model):  # type: ignore[name-defined,misc]
    """A published build in one version, as the archive told it: JSON of its author's lists."""

    __tablename__ = "deadlock_build"

    build_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    fetched_at: Mapped[datetime] = mapped_column(MOMENT)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class DeadlockBuildUse(db.Model):  # type: ignore[name-defined,misc]
    """Which version of a build a match's page shows; none when the archive keeps no such build."""

    __tablename__ = "deadlock_build_use"

    match_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("deadlock_match.match_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    build_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int | None] = mapped_column(BigInteger)
    asked_at: Mapped[datetime] = mapped_column(MOMENT)
