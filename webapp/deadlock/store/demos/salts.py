"""Where matches' files lie on the game's own servers; asked for once, kept for good."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db
from webapp.deadlock.models import DeadlockSalts


@dataclass(frozen=True, slots=True)
class KeptSalts:
    """What the archive told of a match's files, and when."""

    match_id: int
    cluster_id: int | None
    metadata_salt: int | None
    replay_salt: int | None
    metadata_url: str | None
    demo_url: str | None
    fetched_at: datetime


def load_salts(match_id: int) -> DeadlockSalts | None:
    """Give what is known of a match's files."""
    return db.session.get(DeadlockSalts, match_id)


def save_salts(salts: KeptSalts) -> None:
    """Keep where a match's files lie. Commits: each question costs a budget, so none is lost."""
    row = asdict(salts)
    new = insert(DeadlockSalts).values(row)
    db.session.execute(new.on_conflict_do_update(index_elements=["match_id"], set_=row))
    db.session.commit()
