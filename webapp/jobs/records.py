"""What the ledger hands to the rest: a claim to do work, and the ends work can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import uuid
    from datetime import datetime


class Later(Exception):
    """A job asks to be run again at a time; the try is not counted against it."""

    def __init__(self, sentence: str, run_at: datetime) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.run_at = run_at


class Refused(Exception):
    """A job says it can never succeed, in a sentence its reader is shown."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class TakenOver(Exception):
    """The run no longer belongs to this claim: it was cancelled or taken over."""


class HardTimeout(BaseException):
    """A job used up its time; no `except Exception` of the job may swallow this."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do one run now; `fence` tells it from every other claim of the run."""

    id: uuid.UUID
    kind: str
    args: dict[str, Any]
    steps: tuple[str, ...]
    attempt: int
    fence: int
    request_id: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """A run some worker should be woken for."""

    id: uuid.UUID
    queue: str
    fence: int

    @property
    def ticket(self) -> str:
        """Name of this wake-up call; the next try of the run has another."""
        return f"{self.id}_{self.fence}"
