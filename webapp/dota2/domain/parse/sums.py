"""Totals of one player, with the upstream's three ways of saying "plain attack" made one."""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain import wire
from webapp.dota2.domain.parse.numbers import flag
from webapp.dota2.domain.records.sums import ATTACK, Counts, Sums, Table

_ATTACKS: Final = frozenset({"null", "undefined", ""})


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
    return Sums(
        damage=counts(body.damage),
        damage_taken=counts(body.damage_taken),
        damage_by_source=counts(body.damage_inflictor),
        damage_received_by_source=counts(body.damage_inflictor_received),
        damage_targets=table(body.damage_targets),
        healing=counts(body.healing),
        hero_hits=counts(body.hero_hits),
        killed=counts(body.killed),
        killed_by=counts(body.killed_by),
        ability_uses=counts(body.ability_uses),
        ability_targets=table(body.ability_targets),
        item_uses=counts(body.item_uses),
        purchases=counts(body.purchase),
        gold_reasons=counts(body.gold_reasons),
        xp_reasons=counts(body.xp_reasons),
        runes=counts(body.runes),
        actions=counts(body.actions),
        multi_kills=counts(body.multi_kills),
        kill_streaks=counts(body.kill_streaks),
        life_state=counts(body.life_state),
        pings=_pings(body.pings),
        stuns_s=body.stuns,
        teamfight_participation=body.teamfight_participation,
        towers_killed=body.towers_killed,
        roshans_killed=body.roshans_killed,
        observers_placed=body.observers_placed if body.obs_placed is None else body.obs_placed,
        sentries_placed=body.sen_placed,
        creeps_stacked=body.creeps_stacked,
        camps_stacked=body.camps_stacked,
        rune_pickups=body.rune_pickups,
        first_blood=flag(body.firstblood_claimed),
    )


def _pings(given: int | dict[str, float | None] | None) -> int | None:
    return round(sum(one or 0 for one in given.values())) if isinstance(given, dict) else given
