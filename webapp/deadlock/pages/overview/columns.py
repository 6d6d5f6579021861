"""The columns of the scoreboard: what each is called and how it is shown.

What a column means stands with the room's terms, as every figure does.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.terms import TERMS, Term


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
        return TERMS[self.key.replace("_", "-")]

    @property
    def definition(self) -> str:
        """Say what it means, by its whole name where the label is shorter."""
        said, word = self.term.definition, self.term.word
        return said if word == self.label else f"{word}: {said[0].lower()}{said[1:]}"


COLUMNS = (
    Column("level", "Level", "n p2 p3"),
    Column("kills", "K", "n wide-only"),
    Column("deaths", "D", "n wide-only"),
    Column("assists", "A", "n wide-only"),
    Column("kill_participation", "In kills, %", "n p2 p3"),
    Column("souls", "Souls", bar=True),
    Column("souls_per_minute", "Souls / min", "n p2 p3"),
    Column("player_damage", "Damage", bar=True),
    Column("damage_taken", "Taken", "n p2"),
    Column("objective_damage", "To objectives", "n p2", bar=True),
    Column("healing", "Healing", "n p2"),
    Column("last_hits", "Last hits", "n p2 p3"),
    Column("denies", "Denies", "n p2 p3"),
)
SORTS = frozenset(column.key for column in COLUMNS)
LEAST_IS_MOST = frozenset({"deaths", "damage_taken"})


def known_sort(asked: str) -> str:
    """Give the column to sort by; what makes no sense is as good as none."""
    return asked if asked in SORTS else "souls"
