"""Findings in other words: kept for a match and for the very facts they were made of.

How they are asked for and shown is the same for every game; who rewords them is a job's matter
(`matchroom.rewording`).
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, Generic, Protocol, TypeVar

from sqlalchemy.dialects.postgresql import insert

from webapp.core.db import db, utc_now
from webapp.core.settings import current_settings
from webapp.jobs import BULK, enqueue
from webapp.matchplay.findings.wording import Facts, mark_of
from webapp.matchroom.keeping import renew_pages
from webapp.matchroom.models import WordingColumns
from webapp.matchroom.shelf import K, Shelf

HELD: Final = 64
STEPS: Final = ("Wait for a worker", "Ask for other words", "Check every number and name")


class Said(Protocol):
    """A finding as a page shows it: a frozen dataclass with these fields."""

    @property
    def sentence(self) -> str:
        """What is said, in the rule's words or in others."""

    @property
    def detail(self) -> str:
        """What goes with it."""

    @property
    def original(self) -> str:
        """The rule's own sentence where another stands in its place."""


S = TypeVar("S", bound=Said)


@dataclass(frozen=True, slots=True, eq=False)
class WordingShelf(Generic[K]):
    """Where one game's rewordings stand: beside its matches, in a table of their own."""

    shelf: Shelf[Any, K]
    row: type[WordingColumns]


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


def ask_for_wording(kept: WordingShelf[K], match_id: K) -> uuid.UUID | None:
    """Ask for other words, in the caller's transaction; None where that is not done at all."""
    if not rewords():
        return None
    game = kept.shelf.game
    return enqueue(
        f"{game}.wording",
        key=f"{game}.wording:{match_id}",
        args={"match_id": match_id},
        target_url=f"/{game}/matches/{match_id}/findings",
        steps=STEPS,
        title=f"Putting the findings of match {match_id} in other words",
        queue=BULK,
    )


def load_wording(kept: WordingShelf[K], match_id: K) -> Wording | None:
    """Give what is kept for a match; None without one, or without a service."""
    row: Any = db.session.get(kept.row, match_id) if rewords() else None
    if row is None:
        return None
    return Wording(row.facts_mark, tuple(row.sentences), row.model, row.made_at)


def save_wording(
    kept: WordingShelf[K], match_id: K, facts_mark: str, sentences: Sequence[str | None]
) -> None:
    """Keep the words of a match in place of older ones, in the caller's transaction."""
    values = {
        "facts_mark": facts_mark,
        "sentences": list(sentences),
        "model": current_settings().llm_model,
        "made_at": utc_now(),
    }
    new = insert(kept.row.__table__).values(match_id=match_id, **values)
    db.session.execute(new.on_conflict_do_update(index_elements=["match_id"], set_=values))
    renew_pages(kept.shelf.row, kept.shelf.row.match_id == match_id)


def worded(kept: WordingShelf[K], match_id: K, cards: tuple[S, ...]) -> tuple[S, ...]:
    """Give what decided a match, in other words where some are kept for these very facts."""
    wording = load_wording(kept, match_id) if cards else None
    return _in_words(cards, wording) if wording else cards


@lru_cache(maxsize=HELD)
def _in_words(cards: tuple[S, ...], wording: Wording) -> tuple[S, ...]:
    if wording.facts_mark != mark_of([Facts(one.sentence, one.detail) for one in cards]):
        return cards
    return tuple(
        _reworded(card, words) if words else card
        for card, words in zip(cards, wording.sentences, strict=True)
    )


def _reworded(card: S, words: str) -> S:
    return replace(card, sentence=words, original=card.sentence)  # type: ignore[type-var]


def may_reword(cards: Sequence[Said]) -> bool:
    """Say whether asking for other words makes sense: there are findings, none reworded yet."""
    return rewords() and bool(cards) and not any(one.original for one in cards)
