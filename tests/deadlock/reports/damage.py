"""Damage and healing by source and by player, ours beside theirs; every amount exact."""

import numpy as np
from numpy.typing import NDArray

from tests.deadlock.reports.intervals import interval_ends
from tests.deadlock.reports.reader import Compared, Told, cells, number
from webapp.deadlock.domain.combat import Cut, Ledger, cut_at, ledger_of


def damage_by_source(told: Told) -> Compared:
    """Compare the amounts of the reported player's damage sources by interval, largest first."""
    return _by_source(told, "damage", "damage", "Damage to heroes by source")


def healing_by_source(told: Told) -> Compared:
    """Compare the same of healing."""
    return _by_source(told, "healing", "healing", "Healing by source")


def heal_prevented_by_source(told: Told) -> Compared:
    """Compare the same of healing prevented."""
    return _by_source(told, "heal prevented", "healing", "Healing prevented")


def damage_dealt_to_enemy(told: Told) -> Compared:
    """Damage of the reported player to each enemy by interval."""
    slot = told.player.slot
    found = [pairs[slot] for pairs in _pairs(told)]
    return _by_enemy(told, found), _told_enemies(told, "Damage dealt to enemy")


def damage_taken_by_enemy(told: Told) -> Compared:
    """Damage of each enemy to the reported player by interval."""
    slot = told.player.slot
    found = [pairs[:, slot] for pairs in _pairs(told)]
    return _by_enemy(told, found), _told_enemies(told, "Damage taken by enemy")


def _by_source(told: Told, stat: str, report: str, title: str) -> Compared:
    ledger, cuts = cuts_of(told)
    own = (ledger.dealer == told.player.slot) & ledger.between_players()
    sums = [ledger.by_source(stat, cut, own) for cut in cuts]
    named = {name for found in sums for name in found}
    ours = [[found.get(name, 0) for found in sums] for name in named]
    rows = [cells(line) for line in told.section(report, title)[1:]]
    theirs = [[number(one) for one in columns[: len(cuts)]] for _, columns in rows]
    total = [sum(found.values()) for found in sums]
    return [*sorted(ours, reverse=True), total], [*sorted(theirs[:-1], reverse=True), theirs[-1]]


def cuts_of(told: Told) -> tuple[Ledger, list[Cut]]:
    """Cut as the reports do: from the last sample by one end to the last by the next."""
    ledger = ledger_of(told.analysis.damage)
    samples = ledger.samples_s
    ends = [cut_at(samples, end) for end in interval_ends(told.match.duration_s)]
    starts = [cut_at(samples, 0), *ends]
    return ledger, [
        Cut(one.last, two.last, one.to_s, two.to_s) for one, two in zip(starts, ends, strict=False)
    ]


def _pairs(told: Told) -> list[NDArray[np.int64]]:
    ledger, cuts = cuts_of(told)
    return [ledger.by_pair("damage", cut) for cut in cuts]


def _by_enemy(told: Told, found: list[NDArray[np.int64]]) -> dict[str, list[int]]:
    table = np.array(found).T
    slots = [one.slot for one in told.match.players if table[one.slot].any()]
    return {told.hero(slot): table[slot].tolist() for slot in slots}


def _told_enemies(told: Told, title: str) -> dict[str, list[int]]:
    wide = len(interval_ends(told.match.duration_s))
    rows = [cells(line) for line in told.section("damage", title)[1:-1]]
    return {label: [number(one) for one in columns[:wide]] for label, columns in rows}
