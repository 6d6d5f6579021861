"""What each side took from the map, and whom it banned."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.scoreboard import Scoreboard
from webapp.lol.pages.sources import Sources

KINDS = (
    ("turrets", "Turrets"),
    ("inhibitors", "Inhibitors"),
    ("dragons", "Dragons"),
    ("grubs", "Voidgrubs"),
    ("heralds", "Heralds"),
    ("barons", "Barons"),
    ("atakhans", "Atakhan"),
)


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One kind of objective, both sides."""

    word: str
    a: int | None
    b: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """Everything the body counts, and both sides' bans by name."""

    rows: tuple[TakenRow, ...]
    bans_a: tuple[str, ...]
    bans_b: tuple[str, ...]


def taken_of(loaded: Sources) -> Taken | None:
    """Compare both sides; None where the mode has none."""
    board: Scoreboard = loaded.slices["scoreboard"]
    if not board.sides:
        return None
    a, b = board.sides
    rows = (TakenRow(word, getattr(a, key), getattr(b, key)) for key, word in KINDS)
    return Taken(
        rows=tuple(row for row in rows if row.a is not None or row.b is not None),
        bans_a=_names(loaded, a.bans),
        bans_b=_names(loaded, b.bans),
    )


def _names(loaded: Sources, bans: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(loaded.names.champion(one).name if one else "none" for one in bans)
