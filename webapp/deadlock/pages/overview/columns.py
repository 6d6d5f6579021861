"""The columns of the scoreboard: what each is called, what it means, how it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the scoreboard: what it is called, what it means, how it is shown."""

    key: str
    label: str
    definition: str
    kind: str = "n"
    bar: bool = False


COLUMNS = (
    Column("level", "Level", "The hero’s level at the end.", "n p2 p3"),
    Column("kills", "K", "Kills: enemy heroes this player struck down.", "n wide-only"),
    Column("deaths", "D", "Deaths.", "n wide-only"),
    Column("assists", "A", "Assists: kills of allies this player helped with.", "n wide-only"),
    Column(
        "kill_participation",
        "In kills, %",
        "Kill participation: own kills and assists as a share of the side’s kills.",
        "n p2 p3",
    ),
    Column(
        "souls",
        "Souls",
        "Net worth at the end: souls earned, less what deaths cost.",
        "n",
        bar=True,
    ),
    Column(
        "souls_per_minute", "Souls / min", "Net worth divided by the match’s minutes.", "n p2 p3"
    ),
    Column("player_damage", "Damage", "Damage dealt to enemy heroes.", "n", bar=True),
    Column("damage_taken", "Taken", "Damage taken from enemy heroes.", "n p2"),
    Column(
        "objective_damage",
        "To objectives",
        "Damage to Guardians, Walkers, bases and the Patron.",
        "n p2",
        bar=True,
    ),
    Column("healing", "Healing", "Health given back to anyone, the player included.", "n p2"),
    Column("last_hits", "Last hits", "Troopers and neutrals finished off.", "n p2 p3"),
    Column("denies", "Denies", "Souls denied to the enemy by shooting their orbs.", "n p2 p3"),
)
SORTS = frozenset(column.key for column in COLUMNS)
LEAST_IS_MOST = frozenset({"deaths", "damage_taken"})


def known_sort(asked: str) -> str:
    """Give the column to sort by; what makes no sense is as good as none."""
    return asked if asked in SORTS else "souls"
