"""A term of this room."""

from dataclasses import dataclass
from typing import ClassVar

from webapp.matchplay.terms import Group
from webapp.matchplay.terms import Term as AnyTerm


@dataclass(frozen=True, slots=True)
class Term(AnyTerm):
    """One word of Deadlock with its meaning."""

    METHOD: ClassVar[str] = "/deadlock/method"


__all__ = ["Group", "Term"]
