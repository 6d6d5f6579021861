"""Answers of another form than agreed, kept for admins to look at: a few of each kind.

Written like the record: in a transaction of its own, and never at the cost of the call. A match
that cannot be read is no concern of this: whoever takes it in keeps all that came for it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import sqlalchemy as sa
import structlog

from webapp.core.db import utc_now
from webapp.core.models import Quarantine
from webapp.core.objects import Objects, StorageDown
from webapp.core.upstream_errors import Drifted

LOG = structlog.get_logger(__name__)
ROWS: Final = sa.inspect(Quarantine).local_table
FEW: Final = 5
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Asides:
    """Keeps such answers in quarantine."""

    engine: sa.Engine
    objects: Objects

    def keep(self, kind: str, url: str, drift: Drifted) -> None:
        """Keep what came, unless it or enough of its kind lies here and is not settled."""
        digest = hashlib.sha256(drift.body).hexdigest()
        place = f"quarantine/{kind}/{digest}"
        open_ones = (ROWS.c.kind == kind, ROWS.c.released_at.is_(None))
        try:
            with self.engine.begin() as connection:
                held = connection.scalars(sa.select(ROWS.c.object_key).where(*open_ones)).all()
                if place in held or len(held) >= FEW:
                    return
                self.objects.put(place, drift.body)
                connection.execute(sa.insert(ROWS).values(_row(kind, url, drift, place, digest)))
        except (sa.exc.SQLAlchemyError, StorageDown) as error:
            LOG.warning("answer_not_kept_aside", kind=kind, why=type(error).__name__)


def _row(kind: str, url: str, drift: Drifted, place: str, digest: str) -> dict[str, object]:
    asked = urlsplit(url)
    return {
        "kind": kind,
        "key": f"{asked.path}?{asked.query}".rstrip("?")[:LONGEST],
        "reason": drift.sentence,
        "detail": {"bytes": len(drift.body), "sha256": digest},
        "object_key": place,
        "seen_at": utc_now(),
    }
