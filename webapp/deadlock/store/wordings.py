"""Findings in other words: kept for a match and for the very facts they were made of."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings
from webapp.deadlock.domain.words import WORDING_STEPS, wording_key
from webapp.deadlock.models import DeadlockMatch, DeadlockWording
from webapp.deadlock.store.matches import renew_pages
from webapp.jobs import BULK, enqueue


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence for each fact, None where the rewording was refused; who said it, and when."""

    facts_mark: str
    sentences: tuple[str | None, ...]
    model: str
    made_at: datetime


def rewords() -> bool:
    """Say whether this installation has a service that rewords."""
    return bool(current_settings().llm_base_url)


def ask_for_wording(match_id: int) -> uuid.UUID | None:
    """Ask for other words, in the caller's transaction; None where that is not done at all."""
    if not rewords():
        return None
    return enqueue(
        "deadlock.wording",
        key=wording_key(match_id),
        args={"match_id": match_id},
        target_url=f"/deadlock/matches/{match_id}/findings",
        steps=WORDING_STEPS,
        title=f"Putting the findings of match {match_id} in other words",
        queue=BULK,
    )


def load_wording(match_id: int) -> Wording | None:
    """Give what is kept for a match; None without one, or without a service."""
    row = db.session.get(DeadlockWording, match_id) if rewords() else None
    if row is None:
        return None
    return Wording(row.facts_mark, tuple(row.sentences), row.model, row.made_at)


def save_wording(match_id: int, facts_mark: str, sentences: tuple[str | None, ...]) -> None:
    """Keep the words of a match in place of older ones, in the caller's transaction."""
    values = {
        "facts_mark": facts_mark,
        "sentences": list(sentences),
        "model": current_settings().llm_model,
        "made_at": utc_now(),
    }
    new = insert(DeadlockWording).values(match_id=match_id, **values)
    db.session.execute(new.on_conflict_do_update(index_elements=["match_id"], set_=values))
    renew_pages(DeadlockMatch.match_id == match_id)
