"""Files of matches that readers brought. Nobody vouches for them."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from webapp.core.db import db
from webapp.matchroom.models import UploadColumns


class LolUpload(UploadColumns, db.Model):  # type: ignore[name-defined,misc]
    """A file a reader brought, named by its content, and the match it turned out to hold."""

    __tablename__ = "lol_upload"

    match_id: Mapped[str | None]
