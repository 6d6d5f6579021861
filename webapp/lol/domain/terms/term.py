"""A word of this room with its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from webapp.matchplay import terms
from webapp.matchplay.terms import Group

__all__ = ["Group", "Term"]


@dataclass(frozen=True, slots=True)
class Term(terms.Term):
    """A term of League; its whole explanation is on this room's method page."""

    METHOD: ClassVar[str] = "/lol/method"
