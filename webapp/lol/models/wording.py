"""A match's findings in other words. The facts stay in the match's slices."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.matchroom.models import WordingColumns


class LolWording(WordingColumns, db.Model):  # type: ignore[name-defined,misc]
    """What is kept of one match's rewording."""

    __tablename__ = "lol_wording"

    match_id: Mapped[str] = mapped_column(
        ForeignKey("lol_match.match_id", ondelete="CASCADE"),
        primary_key=True,
    )
