"""Files of matches that readers brought. Nobody vouches for them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class DeadlockUpload(db.Model):  # type: ignore[name-defined,misc]
    """A file a reader brought, named by its content, and the match it turned out to hold."""

    __tablename__ = "deadlock_upload"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    filename: Mapped[str]
    object_key: Mapped[str]
    bytes: Mapped[int]
    uploaded_at: Mapped[datetime] = mapped_column(MOMENT)
    match_id: Mapped[int | None] = mapped_column(BigInteger)
