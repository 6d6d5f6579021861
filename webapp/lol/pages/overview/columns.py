"""The columns of the scoreboard: what each is called, what it means, how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from webapp.lol.domain.analysis.scoreboard import ScoreRow
from webapp.lol.domain.terms import TERMS

Value = int | float | None
_TERMS = {
    "crowd_control_s": "crowd-control",
    "cs_per_minute": "cs",
    "damage_per_minute": "damage",
    "gold_per_minute": "gold",
    "vision_per_minute": "vision",
    "wards_placed": "vision-placed",
    "wards_killed": "vision-cleared",
}
"""Where a column's term has another key than its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `figure` reads it from a row."""

    key: str
    label: str
    definition: str
    figure: Callable[[ScoreRow], Value]
    kind: str = "n"
    bar: bool = False

    @property
    def about(self) -> str:
        """Give the address of its full explanation; empty where the definition is all."""
        term = TERMS.get(_TERMS.get(self.key, self.key.replace("_", "-")))
        return term.url if term else ""


def _plain(name: str) -> Callable[[ScoreRow], Value]:
    def read(row: Any) -> Value:
        found: Value = getattr(row, name)
        return found

    return read


def _percent(name: str) -> Callable[[ScoreRow], Value]:
    def read(row: Any) -> Value:
        share = getattr(row, name)
        return None if share is None else round(share * 100)

    return read


def _decimal(name: str, places: int) -> Callable[[ScoreRow], Value]:
    def read(row: Any) -> Value:
        value = getattr(row, name)
        return None if value is None else round(value, places or None)

    return read


def _helped(row: ScoreRow) -> Value:
    parts = (row.healed_allies, row.shielded_allies)
    return None if parts == (None, None) else sum(part or 0 for part in parts)


def _said(key: str) -> str:
    return TERMS[key].definition


FIRST = (
    Column("level", "Level", "The champion’s level at the end.", _plain("level"), "n p2 p3"),
    Column("kills", "K", "Kills.", _plain("kills"), "n wide-only"),
    Column("deaths", "D", "Deaths.", _plain("deaths"), "n wide-only"),
    Column("assists", "A", "Assists.", _plain("assists"), "n wide-only"),
    Column("kda", "KDA", _said("kda"), _decimal("kda", 1), "n p2 p3"),
    Column(
        "kill_participation",
        "In kills, %",
        _said("kill-participation"),
        _percent("kill_participation"),
        "n p2",
    ),
    Column("damage", "Damage", _said("damage"), _plain("damage"), "n", bar=True),
    Column("damage_share", "Share, %", _said("damage-share"), _percent("damage_share"), "n p2 p3"),
    Column("gold", "Gold", _said("gold"), _plain("gold"), "n", bar=True),
    Column("cs", "CS", _said("cs"), _plain("cs"), "n p2"),
    Column("cs_per_minute", "CS / min", "CS a minute.", _decimal("cs_per_minute", 1), "n p2"),
    Column("vision", "Vision", _said("vision"), _plain("vision"), "n p2", bar=True),
)
MORE = (
    Column(
        "damage_per_minute",
        "Damage / min",
        "Damage to champions a minute.",
        _decimal("damage_per_minute", 0),
    ),
    Column(
        "damage_per_gold",
        "Damage / gold",
        _said("damage-per-gold"),
        _decimal("damage_per_gold", 2),
        "n p2",
    ),
    Column(
        "gold_per_minute", "Gold / min", "Gold earned a minute.", _decimal("gold_per_minute", 0)
    ),
    Column("gold_share", "Gold, %", _said("gold-share"), _percent("gold_share"), "n p2"),
    Column("damage_taken", "Taken", "Damage taken.", _plain("damage_taken"), "n p2"),
    Column("mitigated", "Mitigated", _said("mitigated"), _plain("mitigated"), "n p2 p3"),
    Column("helped", "Helped", _said("helped"), _helped, "n p2"),
    Column(
        "crowd_control_s",
        "Control, s",
        _said("crowd-control"),
        _plain("crowd_control_s"),
        "n p2 p3",
    ),
    Column("to_turrets", "To turrets", "Damage to turrets.", _plain("to_turrets"), "n"),
    Column(
        "to_objectives",
        "To objectives",
        "Damage to turrets and monsters.",
        _plain("to_objectives"),
        "n p2",
    ),
    Column(
        "vision_per_minute",
        "Vision / min",
        "Vision score a minute.",
        _decimal("vision_per_minute", 2),
        "n p2 p3",
    ),
    Column("wards_placed", "Wards", "Wards placed.", _plain("wards_placed"), "n p2"),
    Column("wards_killed", "Cleared", "Wards cleared.", _plain("wards_killed"), "n p2 p3"),
    Column(
        "control_wards",
        "Control wards",
        _said("control-wards"),
        _plain("control_wards"),
        "n p2 p3",
    ),
    Column("dead_s", "Dead, s", "Seconds spent dead.", _plain("dead_s"), "n p2 p3"),
)
SORTS = frozenset(column.key for column in FIRST)
ALWAYS = frozenset({"kills", "deaths", "assists"})
LEAST_IS_MOST = frozenset({"deaths", "damage_taken", "dead_s"})


def known_sort(asked: str) -> str:
    """Give the column to sort by; what makes no sense is as good as none."""
    return asked if asked in SORTS else ""
