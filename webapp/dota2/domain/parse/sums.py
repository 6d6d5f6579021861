"""Totals of one player, with the upstream's three ways of saying "plain attack" made one."""

from __future__ import annotations

from typing import Any, Final

from webapp.dota2.domain import wire
from webapp.dota2.domain.parse.numbers import flag
from webapp.dota2.domain.records.sums import ATTACK, Counts, Sums, Table

_ATTACKS: Final = frozenset({"null", "undefined", ""})
_COUNTED: Final = {
    **{name: name for name in ("damage", "damage_taken", "healing", "hero_hits", "killed")},
    **{name: name for name in ("killed_by", "ability_uses", "item_uses", "gold_reasons")},
    **{name: name for name in ("xp_reasons", "runes", "actions", "multi_kills", "kill_streaks")},
    "life_state": "life_state",
    "purchases": "purchase",
    "damage_by_source": "damage_inflictor",
    "damage_received_by_source": "damage_inflictor_received",
}
"""Our names of counts, and the upstream's."""
_SAME: Final = (
    *("teamfight_participation", "towers_killed", "roshans_killed"),
    *("creeps_stacked", "camps_stacked", "rune_pickups"),
)


def counts(given: wire.Counts) -> Counts | None:
    """Round every number; keys that mean a plain attack are added up as one, null is none."""
    if given is None:
        return None
    made: dict[str, int] = {}
    for key, value in given.items():
        name = source(key)
        made[name] = made.get(name, 0) + round(value or 0)
    return made


def table(given: wire.Table) -> Table | None:
    """Give counts of counts."""
    if given is None:
        return None
    return {source(key): counts(inner) or {} for key, inner in given.items()}


def source(key: str | None) -> str:
    """Give what did it: an engine name, or ATTACK."""
    return ATTACK if key is None or key in _ATTACKS else key


def sums_of(body: wire.Player) -> Sums:
    """Give all totals of a player."""
    counted: dict[str, Any] = {
        ours: counts(getattr(body, theirs)) for ours, theirs in _COUNTED.items()
    }
    return Sums(
        **counted,
        **{name: getattr(body, name) for name in _SAME},
        damage_targets=table(body.damage_targets),
        ability_targets=table(body.ability_targets),
        pings=_pings(body.pings),
        stuns_s=body.stuns,
        observers_placed=body.observers_placed if body.obs_placed is None else body.obs_placed,
        sentries_placed=body.sen_placed,
        first_blood=flag(body.firstblood_claimed),
    )


def _pings(given: int | dict[str, float | None] | None) -> int | None:
    return round(sum(one or 0 for one in given.values())) if isinstance(given, dict) else given
