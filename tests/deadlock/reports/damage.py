"""Damage and healing by source and by player, ours beside theirs."""

from tests.deadlock.reports.reader import Compared, Told, cells, number
from webapp.deadlock.domain.analysis.damage import PairRow


def damage_by_source(told: Told) -> Compared:
    """Compare the amounts of the reported player's damage sources by interval, largest first."""
    return _by_source(told, "damage", "damage", "Damage to heroes by source")


def healing_by_source(told: Told) -> Compared:
    """Compare the same of healing."""
    return _by_source(told, "healing", "healing", "Healing by source")


def heal_prevented_by_source(told: Told) -> Compared:
    """Compare the same of healing prevented."""
    return _by_source(told, "heal prevented", "healing", "Healing prevented")


def _by_source(told: Told, stat: str, report: str, title: str) -> Compared:
    own = [
        list(row.amounts)
        for row in told.analysis.damage.sources
        if row.dealer == told.player.slot and row.stat == stat
    ]
    wide = len(told.analysis.damage.ends_s)
    rows = [cells(line) for line in told.section(report, title)[1:]]
    theirs = [[number(one) for one in columns[:wide]] for _, columns in rows]
    total = [sum(column) for column in zip(*own, strict=True)] or [0] * wide
    return [*sorted(own, reverse=True), total], [*sorted(theirs[:-1], reverse=True), theirs[-1]]


def damage_dealt_to_enemy(told: Told) -> Compared:
    """Damage of the reported player to each enemy by interval."""
    rows = [one for one in _pairs(told) if one.dealer == told.player.slot]
    ours = {told.hero(row.target): list(row.amounts) for row in rows}
    return ours, _told_pairs(told, "Damage dealt to enemy")


def damage_taken_by_enemy(told: Told) -> Compared:
    """Damage of each enemy to the reported player by interval."""
    rows = [one for one in _pairs(told) if one.target == told.player.slot]
    ours = {told.hero(row.dealer): list(row.amounts) for row in rows}
    return ours, _told_pairs(told, "Damage taken by enemy")


def _pairs(told: Told) -> list[PairRow]:
    return [
        row
        for row in told.analysis.damage.pairs
        if row.stat == "damage" and row.dealer != row.target
    ]


def _told_pairs(told: Told, title: str) -> dict[str, list[int]]:
    wide = len(told.analysis.damage.ends_s)
    rows = [cells(line) for line in told.section("damage", title)[1:-1]]
    return {label: [number(one) for one in columns[:wide]] for label, columns in rows}
