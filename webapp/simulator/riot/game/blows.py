"""The blows somebody died of, as the wire lists them, and the damage they add up to."""

import random
from typing import Any

from webapp.simulator.riot.game.state import Fighter

SPELLS = "qwer"
MINIONS = "SRU_OrderMinionRanged", "SRU_ChaosMinionRanged"
Blow = dict[str, Any]


def blows_of(rng: random.Random, by: Fighter, amount: int) -> list[Blow]:
    """Split what somebody did to one victim into their spells and attacks."""
    parts = rng.randint(2, 4)
    cuts = sorted(rng.randrange(amount + 1) for _ in range(parts - 1))
    shares = [high - low for low, high in zip((0, *cuts), (*cuts, amount), strict=True)]
    return [_blow(rng, by, share) for share in shares if share > 0]


def _blow(rng: random.Random, by: Fighter, amount: int) -> Blow:
    name = by.champion.wire_name
    draw = rng.random()
    if draw < 0.3:  # noqa: PLR2004 - three blows in ten are plain attacks
        number = rng.randint(1, 3)
        spell, slot, kind = f"{name.lower()}basicattack{number}", 63 + number, "physical"
    elif draw < 0.36:  # noqa: PLR2004 - now and then it burns
        spell, slot, kind = "summonerdot", 5, "true"
    else:
        number = rng.randrange(4)
        spell, slot, kind = f"{name.lower()}{SPELLS[number]}", number, by.champion.kind
    return blow(name, by.slot, (spell, slot), kind, amount)


def blow(name: str, slot: int, spell: tuple[str, int], kind: str, amount: int) -> Blow:
    """Write one blow."""
    said = (
        "OTHER" if slot else ("TOWER" if not name else "MINION" if "Minion" in name else "MONSTER")
    )
    return {
        "basic": "attack" in spell[0],
        "magicDamage": amount if kind == "magic" else 0,
        "name": name,
        "participantId": slot,
        "physicalDamage": amount if kind == "physical" else 0,
        "spellName": spell[0],
        "spellSlot": spell[1],
        "trueDamage": amount if kind == "true" else 0,
        "type": said,
    }


def by_minions(team: int, amount: int) -> Blow:
    """Write what the minions of a side added."""
    name = MINIONS[team // 100 - 1]
    return blow(name, 0, (f"{name.lower()}basicattack", 64), "physical", amount)


def by_tower(amount: int) -> Blow:
    """Write what a tower added."""
    return blow("", 0, ("turretbasicattack2", 47), "physical", amount)


def count(blows: list[Blow], by: Fighter, victim: Fighter) -> None:
    """Add one person's blows to what they did and to what the victim took."""
    for one in blows:
        for kind in ("physical", "magic", "true"):
            amount = one[f"{kind}Damage"]
            by.done.add(kind, amount)
            by.to_champions.add(kind, amount)
            victim.taken.add(kind, amount)


def suffer(blows: list[Blow], victim: Fighter) -> None:
    """Add blows nobody of the ten struck to what the victim took."""
    for one in blows:
        victim.taken.add("physical", one["physicalDamage"])
