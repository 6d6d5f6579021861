"""Shots, ranges and the other custom statistics, each by its name in custom_user_stats."""

from dataclasses import dataclass

import numpy as np

from webapp.simulator.deadlock.damage.ledger import Kinds
from webapp.simulator.deadlock.damage.sources import ABILITY, BULLET, MELEE
from webapp.simulator.deadlock.story.events import Floats, Ints

_RANGES = ("10", "20", "30", "40", "50", "75", "100", "Infinite")
_RANGE_SHARES = np.array([0.27, 0.38, 0.22, 0.08, 0.03, 0.012, 0.005, 0.003])
_DAMAGE_A_HIT = 21
_SHOTS_A_HIT = 4
_SIDES = ("Outgoing", "Incoming")
NAMES = (
    *("Unspent Gold Minutes", "Unspent AP Minutes"),
    *(f"Enemy Hero Accuracy##{what}" for what in ("Shots", "Hits", "Headshots", "LuckyShots")),
    *(f"Enemy Hero Accuracy##Immobile {what}" for what in ("Hits", "Headshots")),
    *(f"Enemy Hero Accuracy - Incoming##{what}" for what in ("Shots", "Hits", "Headshots")),
    *("Bullet Stats##HeroHitRate", "Bullet Stats##HeadshotRate", "Bullet Stats##LuckyShotRate"),
    *("Bullet Stats##StunHitRate", "Bullet Stats##StunHeadshotHitRate"),
    *("Bullet Stats - Incoming##HitRate", "Bullet Stats - Incoming##HeadshotRate"),
    *(f"Enemy Hero Falloff##{what} Falloff" for what in ("No", "Partial", "Max")),
    *(f"Enemy Hero Falloff - Incoming##{what} Falloff" for what in ("No", "Partial", "Max")),
    *(f"{side} Bullet Dist##{reach}" for side in _SIDES for reach in _RANGES),
    *(f"{side} Ability Dist##{reach}" for side in _SIDES for reach in _RANGES),
    *("Comeback Gold", "PowerUp Gold", "PowerUp Temp", "PowerUp Permanent"),
    *("Additional Wait Trooper Spawn", "Parry Success", "Parry Miss", "Comeback Gold Urn"),
)
IDS = {name: index + 1 for index, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Aim:
    """Cumulative shots of one player per bucket, and the damage behind them."""

    shots: Ints
    hero_hits: Ints
    headshots: Ints
    shots_hit: Ints
    shots_missed: Ints
    bullet_damage: Ints
    ability_damage: Ints
    bullets_taken: Ints
    spells_taken: Ints
    blows_taken: Ints
    bullet_share: float
    shape: Floats


def aim_of(
    rng: np.random.Generator, kinds: tuple[Kinds, Kinds], slot: int, world_damage: Ints
) -> Aim:
    """Count the bullets that the damage of the books would take."""
    dealt, taken = kinds
    bullets, spells = np.cumsum(dealt[slot, BULLET]), np.cumsum(dealt[slot, ABILITY])
    hits = (bullets / rng.uniform(13, 30)).astype(np.int64)
    shots = (hits / rng.uniform(0.17, 0.36)).astype(np.int64)
    world = (world_damage / rng.uniform(26, 40)).astype(np.int64)
    return Aim(
        shots=shots,
        hero_hits=hits,
        headshots=(hits * rng.uniform(0.08, 0.32)).astype(np.int64),
        shots_hit=hits + world,
        shots_missed=shots - hits + (world * rng.uniform(0.2, 0.5)).astype(np.int64),
        bullet_damage=bullets,
        ability_damage=spells,
        bullets_taken=np.cumsum(taken[slot, BULLET]),
        spells_taken=np.cumsum(taken[slot, ABILITY]),
        blows_taken=np.cumsum(taken[slot, MELEE]),
        bullet_share=float(bullets[-1] / max(1, bullets[-1] + spells[-1])),
        shape=rng.dirichlet(_RANGE_SHARES * 40),
    )


def custom_values(aim: Aim, row: int, second: int, worth: int) -> list[dict[str, int]]:
    """Give the values that are not nought, as ids and values."""
    hits, heads = int(aim.hero_hits[row]), int(aim.headshots[row])
    shots = int(aim.shots[row])
    values = {
        "Unspent Gold Minutes": worth * second // 60 // 16,
        "Unspent AP Minutes": second // 45,
        "Enemy Hero Accuracy##Shots": shots,
        "Enemy Hero Accuracy##Hits": hits,
        "Enemy Hero Accuracy##Headshots": heads,
        "Bullet Stats##HeroHitRate": 100 * hits // max(1, shots),
        "Bullet Stats##HeadshotRate": 100 * heads // max(1, hits),
        "Enemy Hero Falloff##No Falloff": hits // 2,
        "Enemy Hero Falloff##Partial Falloff": hits - hits // 2,
        "PowerUp Permanent": second // 300,
    }
    for reach, share in zip(_RANGES, aim.shape, strict=True):
        values[f"Outgoing Bullet Dist##{reach}"] = int(aim.bullet_damage[row] * share)
        values[f"Outgoing Ability Dist##{reach}"] = int(aim.ability_damage[row] * share)
    values |= _incoming(aim, row)
    return [{"value": value, "id": IDS[name]} for name, value in values.items()]


def _incoming(aim: Aim, row: int) -> dict[str, int]:
    """Count what the enemy fired at a player, by the damage it did."""
    bullets, spells, blows = (
        int(taken[row]) for taken in (aim.bullets_taken, aim.spells_taken, aim.blows_taken)
    )
    hits = bullets // _DAMAGE_A_HIT
    values = {
        "Enemy Hero Accuracy - Incoming##Shots": hits * _SHOTS_A_HIT + bullets % _SHOTS_A_HIT,
        "Enemy Hero Accuracy - Incoming##Hits": hits,
        "Enemy Hero Accuracy - Incoming##Headshots": hits // 5,
        "Bullet Stats - Incoming##HitRate": 100 // _SHOTS_A_HIT if hits else 0,
        "Enemy Hero Falloff - Incoming##No Falloff": hits // 3,
        "Enemy Hero Falloff - Incoming##Partial Falloff": hits - hits // 3,
        "Parry Success": blows // 700,
        "Parry Miss": blows // 450,
    }
    for reach, share in zip(_RANGES, _RANGE_SHARES, strict=True):
        values[f"Incoming Bullet Dist##{reach}"] = int(bullets * share)
        values[f"Incoming Ability Dist##{reach}"] = int(spells * share)
    return values
