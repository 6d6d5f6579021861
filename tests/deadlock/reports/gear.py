"""Melee and shots of everybody, ours beside theirs."""

import numpy as np

from tests.deadlock.reports.reader import Compared, Told, cells, number


def melee(told: Told) -> Compared:
    """Melee dealt and taken, parries made and missed, of everybody."""
    matrix = told.match.damage
    assert matrix is not None
    chosen = [
        spot
        for spot, (name, stat) in enumerate(zip(matrix.sources, matrix.stats, strict=True))
        if stat == "damage" and "ability_melee_" in name
    ]
    rows = np.isin(matrix.source, chosen) & (matrix.target > 0) & (matrix.dealer > 0)
    names = dict(told.match.custom_stats)
    ours = {}
    for player in told.match.players:
        stats = {names[spot]: value for spot, value in player.snapshots[-1].custom.items()}
        ours[told.hero(player.slot)] = (
            int(matrix.totals[rows & (matrix.dealer == player.slot), -1].sum()),
            int(matrix.totals[rows & (matrix.target == player.slot), -1].sum()),
            stats.get("Parry Success", 0),
            stats.get("Parry Miss", 0),
        )
    lines = told.section("melee", "Melee dealt")
    theirs = {cells(line)[0]: tuple(map(number, cells(line)[1][1:])) for line in lines}
    return ours, theirs


def shots(told: Told) -> Compared:
    """Shots at heroes of everybody."""
    names = dict(told.match.custom_stats)
    ours = {}
    for player in told.match.players:
        stats = {names[spot]: value for spot, value in player.snapshots[-1].custom.items()}
        ours[told.hero(player.slot)] = stats.get("Enemy Hero Accuracy##Shots", 0)
    lines = told.section("combat", "Hit rate")
    return ours, {cells(line)[0]: number(cells(line)[1][1]) for line in lines}
