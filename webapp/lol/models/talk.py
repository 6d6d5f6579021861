"""Talks with the coach about one account; whoever has the address may read one, until it ends."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import db, utc_now
from webapp.core.models import MOMENT


class LolTalk(db.Model):  # type: ignore[name-defined,misc]
    """One talk; a turn is who spoke, the text, what was looked up, which numbers are unproved."""

    __tablename__ = "lol_talk"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("lol_account.id", ondelete="CASCADE"), index=True
    )
    turns: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    changed_at: Mapped[datetime] = mapped_column(MOMENT, default=utc_now, index=True)
