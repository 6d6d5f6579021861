"""Which cards are drawn, of what, and where their files lie."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class Card(db.Model):  # type: ignore[name-defined,misc]
    """The picture other sites show beside a link to one of our pages.

    `version` names what it was drawn from; `object_key` is made of its content.
    """

    __tablename__ = "card"

    room: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]
    object_key: Mapped[str]
    bytes: Mapped[int]
    drawn_at: Mapped[datetime] = mapped_column(MOMENT)
