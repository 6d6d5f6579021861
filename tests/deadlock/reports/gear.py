"""Melee, shots, purchases and awards, ours beside theirs."""

import re

import numpy as np

from tests.deadlock.reports.reader import Compared, Told, cells, number, seconds


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
        stats = {names[spot]: value for spot, value in player.snapshots[-1].custom}
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
        stats = {names[spot]: value for spot, value in player.snapshots[-1].custom}
        ours[told.hero(player.slot)] = stats.get("Enemy Hero Accuracy##Shots", 0)
    lines = told.section("combat", "Hit rate")
    return ours, {cells(line)[0]: number(cells(line)[1][1]) for line in lines}


def purchases(told: Told) -> Compared:
    """Compare the reported player's items: when bought, and when sold or used up."""
    pattern = re.compile(r"^ +(\d+:\d\d) +\d+  (.+?) {2,}(?:\w+) +\d +[\d,]+(?:.* at (\d+:\d\d))?")
    found = filter(None, map(pattern.match, told.report("items").splitlines()))
    theirs = [(seconds(one[1]), seconds(one[3]) if one[3] else None) for one in found]
    known = [(item.at_s, item.sold_at_s) for item in told.player.items]
    return [one for one in theirs if one in known], theirs


def accolades(told: Told) -> Compared:
    """Values of the reported player's awards."""
    if "No accolades" in told.report("accolades"):
        return sorted(one.value for one in told.player.accolades), []
    lines = told.section("accolades", "Stars  Award")
    theirs = sorted(number(cells(line)[1][0]) for line in lines)
    values = [one.value for one in told.player.accolades]
    return sorted(value for value in values if value in theirs), theirs
