"""Sources by name and kind over five-minute intervals, and the sums under each table; all exact."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tests.deadlock.reports.damage import cuts_of
from tests.deadlock.reports.intervals import interval_ends
from tests.deadlock.reports.reader import Compared, Told, cells, number
from tests.deadlock.reports.sources import KINDS, label_of, names_of
from webapp.deadlock.domain.combat import Ledger
from webapp.deadlock.domain.combat.sources import name_source

SECTIONS = (
    ("damage", "damage", "Damage to heroes by source"),
    ("healing", "healing", "Healing by source"),
    ("heal prevented", "healing", "Healing prevented"),
)
KIND_TABLES = (
    ("damage", "damage", "Damage dealt to enemy"),
    ("healing", "healing", "Healing prevented"),
)


def named_by_interval(told: Told) -> Compared:
    """Damage, healing and healing prevented of the reported player by source and interval."""
    ours, theirs = {}, {}
    for stat, report, title in SECTIONS:
        found = _by_label(told, stat)
        total = [sum(column) for column in zip(*found.values(), strict=True)]
        ours[title] = found | {"Total": total}
        rows = [cells(line) for line in told.section(report, title)[1:]]
        theirs[title] = {label: _amounts(told, columns) for label, columns in rows}
    return ours, theirs


def kinds_by_interval(told: Told) -> Compared:
    """Damage and healing by kind and interval; theirs tells apart how items are set off."""
    ours, theirs = {}, {}
    names = names_of(told)
    for stat, report, before in KIND_TABLES:
        ours[stat] = _summed(told, stat, lambda engine: KINDS[name_source(engine, names).kind])
        lines = told.report(report).splitlines()
        end = next(number for number, line in enumerate(lines) if before in line) - 1
        theirs[stat] = _grouped(told, lines[:end])
    return ours, theirs


def sums_by_enemy(told: Told) -> Compared:
    """Sum what was dealt to and taken from all enemies by interval, and in all."""
    ledger, cuts = cuts_of(told)
    slot = told.player.slot
    pairs = [ledger.by_pair("damage", cut) for cut in cuts]
    ours, theirs = {}, {}
    for title, rows in (
        ("Damage dealt to enemy", [one[slot, 1:] for one in pairs]),
        ("Damage taken by enemy", [one[1:, slot] for one in pairs]),
    ):
        found = [int(row.sum()) for row in rows]
        ours[title] = [*found, sum(found)]
        label, columns = cells(told.section("damage", title)[-1])
        assert label == "Total"
        theirs[title] = [number(one) for one in columns]
    return ours, theirs


def melee_taken(told: Told) -> Compared:
    """Melee damage of each enemy to the reported player."""
    ledger, cuts = cuts_of(told)
    melee = np.array(["ability_melee_" in name for name in ledger.names])[ledger.source]
    mine = melee & (ledger.target == told.player.slot)
    ours: dict[str, int] = {}
    for slot in (one.slot for one in told.match.players):
        rows = ledger.rows("damage") & mine & (ledger.dealer == slot)
        amount = sum(int(ledger.amounts(rows, cut).sum()) for cut in cuts)
        if amount:
            ours[told.hero(slot)] = amount
    rows_told = told.section("melee", "Melee taken by you")
    return ours, {label: number(columns[0]) for label, columns in map(cells, rows_told)}


def _own(told: Told, ledger: Ledger) -> NDArray[np.bool_]:
    own: NDArray[np.bool_] = (ledger.dealer == told.player.slot) & ledger.between_players()
    return own


def _by_label(told: Told, stat: str) -> dict[str, list[int]]:
    names = names_of(told)
    return _summed(told, stat, lambda engine: label_of(engine, names))


def _summed(told: Told, stat: str, word: Callable[[str], str]) -> dict[str, list[int]]:
    ledger, cuts = cuts_of(told)
    found: dict[str, list[int]] = {}
    for spot, cut in enumerate(cuts):
        for engine, amount in ledger.by_source(stat, cut, _own(told, ledger)).items():
            row = found.setdefault(word(engine), [0] * (len(cuts) + 1))
            row[spot] += amount
            row[-1] += amount
    return found


def _grouped(told: Told, lines: list[str]) -> dict[str, list[int]]:
    """Read the last table of some lines; kinds with a bracket count as one."""
    found: dict[str, list[int]] = {}
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    for line in reversed(lines):
        if not line.strip():
            break
        label, columns = cells(line)
        kind, amounts = label.split(" (")[0], _amounts(told, columns)
        before = found.get(kind, [0] * len(amounts))
        found[kind] = [one + two for one, two in zip(before, amounts, strict=True)]
    return found


def _amounts(told: Told, columns: list[str]) -> list[int]:
    wide = len(interval_ends(told.match.duration_s)) + 1
    return [number(one) for one in columns[:wide]]
