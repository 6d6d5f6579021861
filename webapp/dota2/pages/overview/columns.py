"""The columns of the scoreboard: what each is called and how it is shown.

What a column means stands with the room's terms, as every figure does.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.dota2.domain.terms import TERMS, Term

_TERMS = {"kill_participation": "combat-participation"}
"""Where a column's term has another key than its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the scoreboard: what it is called, how it is shown."""

    key: str
    label: str
    kind: str = "n"
    bar: bool = False

    @property
    def term(self) -> Term:
        """Give the figure it shows."""
        return TERMS[_TERMS.get(self.key, self.key.replace("_", "-"))]

    @property
    def definition(self) -> str:
        """Say what it means, by its whole name where the label is shorter."""
        said, word = self.term.definition, self.term.word
        return said if word == self.label else f"{word}: {said[0].lower()}{said[1:]}"


COLUMNS = (
    Column("level", "Level", "n p2"),
    Column("kills", "K", "n wide-only"),
    Column("deaths", "D", "n wide-only"),
    Column("assists", "A", "n wide-only"),
    Column("kda", "KDA", "n p2 p3"),
    Column("kill_participation", "In kills, %", "n p2 p3"),
    Column("net_worth", "Net worth", bar=True),
    Column("gold_per_minute", "GPM", bar=True),
    Column("xp_per_minute", "XPM", "n p2"),
    Column("last_hits", "Last hits", "n p2"),
    Column("denies", "Denies", "n p2 p3"),
    Column("hero_damage", "Hero damage", "n p2", bar=True),
    Column("tower_damage", "Towers", "n p2"),
    Column("hero_healing", "Healing", "n p2 p3"),
)
SORTS = frozenset(column.key for column in COLUMNS)
LEAST_IS_MOST = frozenset({"deaths"})
FIRST = "gold_per_minute"


def known_sort(asked: str) -> str:
    """Give the column to sort by; what makes no sense is as good as none."""
    return asked if asked in SORTS else FIRST
