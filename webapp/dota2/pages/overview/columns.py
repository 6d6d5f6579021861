"""The columns of the scoreboard: what each is called, what it means, how it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the scoreboard."""

    key: str
    label: str
    definition: str
    kind: str = "n"
    bar: bool = False


COLUMNS = (
    Column("level", "Level", "The hero’s level at the end.", "n p2"),
    Column("kills", "K", "Kills: enemy heroes this player struck down.", "n wide-only"),
    Column("deaths", "D", "Deaths.", "n wide-only"),
    Column("assists", "A", "Assists: kills of allies this player helped with.", "n wide-only"),
    Column("kda", "KDA", "Kills and assists, divided by deaths and one.", "n p2 p3"),
    Column(
        "kill_participation",
        "In kills, %",
        "Own kills and assists as a share of the side’s kills.",
        "n p2 p3",
    ),
    Column("net_worth", "Net worth", "Items and gold at the end. Not in older records.", bar=True),
    Column(
        "gold_per_minute",
        "GPM",
        "Gold earned a minute, as the game’s own scoreboard has it.",
        bar=True,
    ),
    Column("xp_per_minute", "XPM", "Experience earned a minute.", "n p2"),
    Column("last_hits", "Last hits", "Creeps finished off.", "n p2"),
    Column("denies", "Denies", "Own creeps and towers kept from the enemy.", "n p2 p3"),
    Column("hero_damage", "Hero damage", "Damage dealt to enemy heroes.", "n p2", bar=True),
    Column("tower_damage", "Towers", "Damage dealt to buildings.", "n p2"),
    Column("hero_healing", "Healing", "Health given back to allied heroes.", "n p2 p3"),
)
SORTS = frozenset(column.key for column in COLUMNS)
LEAST_IS_MOST = frozenset({"deaths"})
FIRST = "gold_per_minute"


def known_sort(asked: str) -> str:
    """Give the column to sort by; what makes no sense is as good as none."""
    return asked if asked in SORTS else FIRST
