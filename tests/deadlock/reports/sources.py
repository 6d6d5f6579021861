"""Sources by name with their shares, kinds, and everybody's gun, ours beside theirs; all exact.

Theirs names a source by its class alone where it knows no better, and calls headshots crits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests.deadlock.reports.reader import Compared, Told, cells, number
from webapp.deadlock.domain.catalogue import Catalogue, parse_catalogue
from webapp.deadlock.domain.combat import Ledger, ledger_of, whole
from webapp.deadlock.domain.combat.sources import HEADSHOTS, name_source

GUN = "citadel_weapon"
BODIES = ("heroes", "items", "abilities")
KINDS = {"gun": "Gun", "ability": "Abilities", "melee": "Abilities", "item": "Items"}


def named_damage(told: Told) -> Compared:
    """Each damage source of the reported player by name: its sum and its share in per cent."""
    return _named(told, "damage", "damage", "Damage to heroes by source")


def named_healing(told: Told) -> Compared:
    """Compare the same of healing."""
    return _named(told, "healing", "healing", "Healing by source")


def named_heal_prevented(told: Told) -> Compared:
    """Compare the same of healing prevented."""
    return _named(told, "heal prevented", "healing", "Healing prevented")


def damage_by_kind(told: Told) -> Compared:
    """Sum the reported player's damage by kind, with its share; see `_kinds` for that of items."""
    return _kinds(told, "damage", "damage", "Damage dealt to enemy")


def healing_by_kind(told: Told) -> Compared:
    """Compare the same of healing."""
    return _kinds(told, "healing", "healing", "Healing prevented")


def shares_by_enemy(told: Told) -> Compared:
    """Each enemy's part in what the reported player dealt and took: sums and shares."""
    pairs = _ledger(told).by_pair("damage", whole(_ledger(told).samples_s))
    ours, theirs = [], []
    for title, row in (
        ("Damage dealt to enemy", pairs[told.player.slot]),
        ("Damage taken by enemy", pairs[:, told.player.slot]),
    ):
        total = int(row[1:].sum())
        enemies = [one.slot for one in told.match.players if row[one.slot]]
        ours.append({told.hero(one): _share(int(row[one]), total) for one in enemies})
        rows = [cells(line) for line in told.section("damage", title)[1:-1]]
        theirs.append({label: _told_share(columns) for label, columns in rows})
    return ours, theirs


def guns(told: Told) -> Compared:
    """Everybody's gun: body shots and headshots. Theirs does not know the gun of Rem's familiar."""
    ours = {}
    for player in told.match.players:
        sums = _sums(told, "damage", _ledger(told).dealer == player.slot)
        gun = {name: amount for name, amount in sums.items() if name.startswith(GUN)}
        heads = sum(amount for name, amount in gun.items() if name.endswith(HEADSHOTS))
        ours[told.hero(player.slot)] = (_main_gun(gun), heads)
    theirs = {}
    for label, columns in map(cells, told.section("combat", "Gun damage")):
        theirs[label] = (number(columns[-2]), number(columns[-1]))
    return ours, theirs


def _main_gun(gun: dict[str, int]) -> int:
    return sum(amount for name, amount in gun.items() if not name.endswith(HEADSHOTS))


def _named(told: Told, stat: str, report: str, title: str) -> Compared:
    sums = _sums(told, stat, _ledger(told).dealer == told.player.slot)
    total = sum(sums.values())
    ours: dict[str, tuple[int, int]] = {}
    for engine, amount in sums.items():
        ours[label_of(engine, names_of(told))] = _share(amount, total)
    rows = [cells(line) for line in told.section(report, title)[1:-1]]
    return ours, {label: _told_share(columns) for label, columns in rows}


def _kinds(told: Told, stat: str, report: str, before: str) -> Compared:
    """Their table of kinds has no title; it stands before the next section's.

    Theirs tells apart how items are set off, each with its own share: of kinds that are two rows
    there the share may be off by 1.
    """
    sums = _sums(told, stat, _ledger(told).dealer == told.player.slot)
    amounts: dict[str, int] = {}
    for engine, amount in sums.items():
        kind = KINDS[name_source(engine, names_of(told)).kind]
        amounts[kind] = amounts.get(kind, 0) + amount
    ours = {kind: _share(amount, sum(amounts.values())) for kind, amount in amounts.items()}
    lines = told.report(report).splitlines()
    end = next(number for number, line in enumerate(lines) if before in line) - 1
    rows: dict[str, list[tuple[int, int]]] = {}
    while lines[end - 1].strip():
        end -= 1
        label, columns = cells(lines[end])
        rows.setdefault(label.split(" (")[0], []).append(_told_share(columns))
    theirs = {
        kind: (sum(amount for amount, _ in found), sum(share for _, share in found))
        for kind, found in rows.items()
    }
    for kind, (amount, share) in theirs.items():
        if len(rows[kind]) > 1 and abs(ours[kind][1] - share) <= 1:
            theirs[kind] = (amount, ours[kind][1])
    return ours, theirs


def _ledger(told: Told) -> Ledger:
    return ledger_of(told.analysis.damage)


def _sums(told: Told, stat: str, rows: NDArray[np.bool_]) -> dict[str, int]:
    ledger = _ledger(told)
    return ledger.by_source(stat, whole(ledger.samples_s), rows & ledger.between_players())


def names_of(told: Told) -> Catalogue:
    folder = told.folder / "assets"
    bodies = {name: (folder / f"{name}.json").read_bytes() for name in BODIES}
    return parse_catalogue("", bodies, {}, None)


def label_of(engine: str, names: Catalogue) -> str:
    gun = engine.removesuffix(HEADSHOTS)
    if gun != engine and gun in names.things:
        return f"{names.things[gun].name} (crit)"
    return name_source(engine, names).name if engine in names.things else engine


def _share(amount: int, total: int) -> tuple[int, int]:
    return amount, round(100 * amount / total)


def _told_share(columns: list[str]) -> tuple[int, int]:
    return number(columns[-2]), int(columns[-1].removesuffix("%"))
