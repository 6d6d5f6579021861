"""How each player did it: the gun, abilities and items, melee, anything else; and to the rest.

The game sums damage and what was mitigated by kind itself, and those sums stand here as they are.
Other figures are split by what their sources are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.combat import WORLD
from webapp.deadlock.domain.combat.sources import name_source
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.combat.people import Fighter
from webapp.deadlock.pages.combat.ranked import View

_GAMES_OWN: Final = {
    "Bullet": "Gun",
    "Ability": "Abilities",
    "Melee": "Melee",
    "Misc": "Other",
}
_OURS: Final = {
    "gun": "Gun",
    "ability": "Abilities",
    "item": "Items",
    "melee": "Melee",
    "hero": "The hero",
    "map": "The map",
    "other": "Other",
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """One player; `amounts` by column, then all of them, then to and from no player."""

    slot: int
    hero: str
    letters: str
    href: str
    amounts: tuple[int, ...]
    total: int
    to_rest: int
    from_rest: int


@dataclass(frozen=True, slots=True)
class KindGroup:
    """One side's rows and their sums."""

    side: str
    name: str
    said: str
    rows: tuple[KindRow, ...]


@dataclass(frozen=True, slots=True)
class KindTable:
    """Everybody; `to_rest` and `from_rest` say whether the match has any of it."""

    columns: tuple[str, ...]
    groups: tuple[KindGroup, ...]
    games_own: bool
    to_rest: bool
    from_rest: bool


def kind_table(view: View) -> KindTable:
    """Split what everybody did by kind; kinds nobody used are left out."""
    games_own = view.stat.word in view.ledger.kinds
    words = _GAMES_OWN if games_own else _OURS
    split = {one.slot: _split(view, one, games_own=games_own) for one in view.people}
    used = [key for key in words if any(found.get(key) for found in split.values())]
    rows = [(one.side, _row(view, one, [split[one.slot].get(key, 0) for key in used]))
            for one in view.people]  # fmt: skip
    return KindTable(
        columns=tuple(words[key] for key in used),
        groups=tuple(_group(side, [row for of, row in rows if of == side]) for side in SIDE_NAMES),
        games_own=games_own,
        to_rest=any(row.to_rest for _, row in rows),
        from_rest=any(row.from_rest for _, row in rows),
    )


def _split(view: View, one: Fighter, *, games_own: bool) -> dict[str, int]:
    ledger = view.ledger
    rows = (ledger.dealer == one.slot) & (ledger.target != WORLD)
    if games_own:
        return ledger.by_kind(view.stat.word, view.cut, rows)
    found: dict[str, int] = {}
    for engine, amount in ledger.by_source(view.stat.word, view.cut, rows).items():
        kind = name_source(engine, view.names).kind
        found[kind] = found.get(kind, 0) + amount
    return found


def _row(view: View, one: Fighter, amounts: list[int]) -> KindRow:
    ledger = view.ledger
    own, to_them = ledger.dealer == one.slot, ledger.target == one.slot
    return KindRow(
        slot=one.slot,
        hero=one.hero,
        letters=one.letters,
        href=view.asked.href(player=one.slot, target=None),
        amounts=tuple(amounts),
        total=sum(amounts),
        to_rest=view.sum(own & (ledger.target == WORLD)),
        from_rest=view.sum(to_them & (ledger.dealer == WORLD)),
    )


def _group(side: str, rows: list[KindRow]) -> KindGroup:
    rows.sort(key=lambda row: (-row.total, row.slot))
    return KindGroup(side, SIDE_NAMES[side], f"{sum(row.total for row in rows):,}", tuple(rows))
