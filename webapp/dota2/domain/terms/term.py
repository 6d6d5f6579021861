"""A term of this room."""

from dataclasses import dataclass
from typing import ClassVar

from webapp.matchplay.terms import Group
from webapp.matchplay.terms import Term as AnyTerm


@dataclass(frozen=True, slots=True)
class Term(AnyTerm):
    """One word of Dota 2 with its meaning."""

    METHOD: ClassVar[str] = "/dota2/method"


__all__ = ["Group", "Term"]
