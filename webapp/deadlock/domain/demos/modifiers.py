"""Which buffs and debuffs were on whom, by whom, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import polars as pl

MOST_SPELLS: Final = 12_000
LONGEST_NAME: Final = 80
_TOLD: Final = ("slot", "at_s", "event", "modifier_id")
_ROW: Final = (*_TOLD, "ability_id", "caster", "serial", "lasts_s", "modifier")
_Kind = tuple[int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class ModifierOn:
    """One modifier one player had by one caster; `at_s` and `lasted_s` go together.

    `name` is the engine's, empty where the demo's reader knows none; `ability_id` is what put it
    on, 0 where that is not told. `caster` is a slot, None for whoever is no player.
    """

    slot: int
    modifier_id: int
    ability_id: int
    name: str
    caster: int | None
    at_s: tuple[float, ...]
    lasted_s: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ModifiersOn:
    """Every modifier that came and went, and how many came once and never went, by slot.

    `left_out` counts the kinds a match too full of them leaves to the table: the shortest.
    """

    kinds: tuple[ModifierOn, ...]
    lasting: tuple[tuple[int, int], ...]
    left_out: int


@dataclass(slots=True)
class _Spell:
    """One time a modifier was on; `lasts` is the time it was to have, zero or less for none."""

    at: float
    lasts: float
    until: float | None = None

    @property
    def endless(self) -> bool:
        """Whether it neither went nor had a time of its own."""
        return self.until is None and self.lasts <= 0

    def lasted(self, duration_s: int) -> float:
        """Say how long it was on: till it went, else for its own time, else to the end."""
        own_end = min(self.at + self.lasts, duration_s) if self.lasts > 0 else duration_s
        return max(0.0, (own_end if self.until is None else self.until) - self.at)


def modifiers_on(table: pl.DataFrame | None, duration_s: int) -> ModifiersOn | None:
    """Pair what was put on with what went; None where the table tells nothing."""
    if table is None or table.is_empty():
        return None
    spells, names = _paired(table.drop_nulls(list(_TOLD)).select(_ROW).rows())
    lasting = Counter(kind[0] for kind, mine in spells.items() if _never_went(mine))
    kinds = [
        _kind(kind, names[kind], mine, duration_s)
        for kind, mine in spells.items()
        if not _never_went(mine)
    ]
    shown = _longest(kinds)
    return ModifiersOn(shown, tuple(sorted(lasting.items())), len(kinds) - len(shown))


def _paired(rows: Iterable[tuple[Any, ...]]) -> tuple[dict[_Kind, list[_Spell]], dict[_Kind, str]]:
    """Gather spells by kind; what goes ends the oldest that is on under its serial number."""
    spells: dict[_Kind, list[_Spell]] = {}
    names: dict[_Kind, str] = {}
    on: dict[tuple[int, int, int, int | None], list[_Spell]] = {}
    for slot, at, event, modifier_id, ability_id, caster, serial, lasts, name in rows:
        ability = ability_id or 0
        mine = on.setdefault((slot, modifier_id, ability, serial), [])
        if event == "applied":
            kind = (slot, modifier_id, ability, caster)
            mine.append(_Spell(max(0.0, at), lasts or 0.0))
            spells.setdefault(kind, []).append(mine[-1])
            names.setdefault(kind, _printable(name or ""))
        elif event == "removed" and mine:
            mine.pop(0).until = at
    return spells, names


def _printable(name: str) -> str:
    return "".join(one for one in name if one.isprintable())[:LONGEST_NAME]


def _never_went(spells: Sequence[_Spell]) -> bool:
    return len(spells) == 1 and spells[0].endless


def _kind(kind: _Kind, name: str, spells: Sequence[_Spell], duration_s: int) -> ModifierOn:
    slot, modifier_id, ability_id, caster = kind
    return ModifierOn(
        slot=slot,
        modifier_id=modifier_id,
        ability_id=ability_id,
        name=name,
        caster=caster,
        at_s=tuple(round(one.at, 1) for one in spells),
        lasted_s=tuple(round(one.lasted(duration_s), 1) for one in spells),
    )


def _longest(kinds: Iterable[ModifierOn]) -> tuple[ModifierOn, ...]:
    """Keep the kinds that were on longest, as many as pages can load, in the order they came."""
    kept, room = [], MOST_SPELLS
    for one in sorted(kinds, key=lambda kind: -sum(kind.lasted_s)):
        if len(one.at_s) <= room:
            kept.append(one)
            room -= len(one.at_s)
    return tuple(sorted(kept, key=lambda one: (one.slot, one.at_s[0], one.modifier_id)))
