"""Whether Riot takes our key: one row while it does not, none while it does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db
from webapp.core.models import MOMENT


class LolKey(db.Model):  # type: ignore[name-defined,misc]
    """A key that was refused: its print (never the key), since when, and when it was last tried."""

    __tablename__ = "lol_key"

    key_print: Mapped[str] = mapped_column(primary_key=True)
    refused_at: Mapped[datetime] = mapped_column(MOMENT)
    tried_at: Mapped[datetime] = mapped_column(MOMENT)
    sentence: Mapped[str]
