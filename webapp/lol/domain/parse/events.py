"""Events of a timeline as typed records; one that names nobody of the match is left out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from webapp.lol.domain import records, wire
from webapp.lol.domain.parse import other_events as others
from webapp.lol.domain.parse import taken_events as fallen
from webapp.lol.domain.parse.event_parts import Reader


def events(found: Iterable[wire.Event], slots: frozenset[int]) -> dict[str, Any]:
    """Sort events into the lists of a Timeline, by time; new types are counted by name."""
    ordered = sorted(found, key=lambda one: one.timestamp or 0)
    lists: dict[str, list[records.Timed]] = {}
    unknown: Counter[str] = Counter()
    for one in ordered:
        kind = one.type or "unknown"
        if kind not in _READERS:
            unknown[kind] += 1
            continue
        name, read = _READERS[kind]
        made = read(one, slots)
        if made is not None:
            lists.setdefault(name, []).append(made)
    ends = lists.pop("end", [])
    return {
        **{name: tuple(made) for name, made in lists.items()},
        "end": ends[-1] if ends else None,
        "unknown": tuple(sorted(unknown.items())),
    }


_READERS: Final[dict[str, tuple[str, Reader]]] = {
    "CHAMPION_KILL": ("kills", fallen.kill),
    "CHAMPION_SPECIAL_KILL": ("special_kills", fallen.special),
    "ELITE_MONSTER_KILL": ("monsters", fallen.monster),
    "DRAGON_SOUL_GIVEN": ("souls", fallen.soul),
    "BUILDING_KILL": ("buildings", fallen.building),
    "TURRET_PLATE_DESTROYED": ("plates", fallen.plate),
    "OBJECTIVE_BOUNTY_PRESTART": ("bounties", others.bounty),
    "OBJECTIVE_BOUNTY_FINISH": ("bounties", others.bounty),
    "FEAT_UPDATE": ("feats", others.feat),
    "ITEM_PURCHASED": ("items", others.item("bought")),
    "ITEM_SOLD": ("items", others.item("sold")),
    "ITEM_DESTROYED": ("items", others.item("destroyed")),
    "ITEM_UNDO": ("items", others.item("undone")),
    "SKILL_LEVEL_UP": ("skills", others.skill),
    "LEVEL_UP": ("levels", others.level),
    "WARD_PLACED": ("wards", others.ward(placed=True)),
    "WARD_KILL": ("wards", others.ward(placed=False)),
    "CHAMPION_TRANSFORM": ("transforms", others.transform),
    "PAUSE_START": ("pauses", others.pause(begins=True)),
    "PAUSE_END": ("pauses", others.pause(begins=False)),
    "GAME_END": ("end", others.end),
}


def has_any(found: Sequence[wire.Frame]) -> bool:
    """Say whether the timeline records events at all; some were cut down to their frames."""
    return any(one.events is not None for one in found)
