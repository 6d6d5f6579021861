"""The players, each in a slot of its own: hidden accounts never merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.logs import logs_of
from webapp.dota2.domain.parse.numbers import flag, side_of, slot_of, text
from webapp.dota2.domain.parse.reading import read
from webapp.dota2.domain.parse.series import minutes_of
from webapp.dota2.domain.parse.sums import sums_of
from webapp.dota2.domain.units import HERO, HERO_UNITS

_HIDDEN: Final = frozenset({0, 2**32 - 1})
_SLOTS: Final = 6
_BACKPACK: Final = 3


def players_of(
    bodies: Iterable[Mapping[str, Any]], drifted: list[str]
) -> tuple[records.Player, ...]:
    """Give the players by slot; one without a place, or in a taken one, is passed over."""
    found: dict[int, records.Player] = {}
    for place, body in enumerate(bodies):
        where = f"players[{place}]"
        player = read(body, wire.Player, where, drifted)
        slot = slot_of(player.player_slot)
        if slot is None or slot in found:
            drifted.append(f"{where}.player_slot")
        else:
            found[slot] = _player(player, slot)
    return tuple(found[slot] for slot in sorted(found))


def _player(body: wire.Player, slot: int) -> records.Player:
    account = body.account_id
    hero_id = max(body.hero_id or 0, 0)
    return records.Player(
        slot=slot,
        side=side_of(slot) or "a",
        account_id=None if account is None or account in _HIDDEN else account,
        name=text(body.personaname),
        pro_name=text(body.name),
        hero_id=hero_id,
        unit=_unit(body, hero_id),
        variant=body.hero_variant,
        rank_tier=body.rank_tier or None,
        party_id=body.party_id,
        party_size=body.party_size,
        leaver_status=body.leaver_status,
        randomed=flag(body.randomed),
        finals=_finals(body),
        kit=_kit(body),
        units=tuple(_second_body(one) for one in body.additional_units or ()),
        abilities=_abilities(body),
        minutes=minutes_of(body),
        logs=logs_of(body),
        sums=sums_of(body),
        benchmarks=tuple(
            records.Benchmark(name, one.raw, one.pct)
            for name, one in (body.benchmarks or {}).items()
            if one.raw is not None
        ),
    )


def _unit(body: wire.Player, hero_id: int) -> str | None:
    hit = body.max_hero_hit.unit if body.max_hero_hit else None
    told = hit if hit and hit.startswith(HERO) else None
    return HERO_UNITS.get(hero_id) or told


def _finals(body: wire.Player) -> records.Finals:
    return records.Finals(
        kills=body.kills,
        deaths=body.deaths,
        assists=body.assists,
        last_hits=body.last_hits,
        denies=body.denies,
        level=body.level,
        gold_per_minute=body.gold_per_min,
        xp_per_minute=body.xp_per_min,
        net_worth=body.net_worth,
        gold=body.gold,
        gold_spent=body.gold_spent,
        hero_damage=body.hero_damage,
        tower_damage=body.tower_damage,
        hero_healing=body.hero_healing,
    )


def _kit(body: wire.Player) -> records.Kit:
    return records.Kit(
        items=_places(body, "item", _SLOTS),
        backpack=_places(body, "backpack", _BACKPACK),
        neutral=body.item_neutral,
        enhancement=body.item_neutral2,
        scepter=flag(body.aghanims_scepter),
        shard=flag(body.aghanims_shard),
        moon_shard=flag(body.moonshard),
    )


def _places(body: wire.Player | wire.Unit, name: str, count: int) -> tuple[int, ...] | None:
    given = [getattr(body, f"{name}_{place}") for place in range(count)]
    if all(one is None for one in given):
        return None
    return tuple(one or 0 for one in given)


def _second_body(body: wire.Unit) -> records.Unit:
    return records.Unit(
        name=text(body.unitname) or "unit",
        items=_places(body, "item", _SLOTS) or (),
        backpack=_places(body, "backpack", _BACKPACK) or (),
        neutral=body.item_neutral,
    )


def _abilities(body: wire.Player) -> tuple[records.AbilityUpgrade, ...] | None:
    if body.ability_upgrades is not None:
        return tuple(
            records.AbilityUpgrade(one.ability, one.level, one.time)
            for one in body.ability_upgrades
            if one.ability
        )
    if body.ability_upgrades_arr is None:
        return None
    return tuple(records.AbilityUpgrade(one) for one in body.ability_upgrades_arr if one)
