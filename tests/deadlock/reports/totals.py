"""Scoreboard, timeline, souls and both sides' worth, ours beside theirs."""

import re
from itertools import pairwise

import numpy as np

from tests.deadlock.reports.intervals import interval_ends
from tests.deadlock.reports.reader import SIDES, Compared, Told, number
from webapp.deadlock.domain.records import Player

TIMELINE = (
    "souls",
    "kills",
    "deaths",
    "assists",
    "player_damage",
    "damage_taken",
    "objective_damage",
    "healing",
    "heal_prevented",
    "last_hits",
    "troopers",
    "neutrals",
    "denies",
)
FEW_SOULS = 10
"""What the scoreboard and the last snapshot of a side may be apart by."""


def scoreboard(told: Told) -> Compared:
    """Kills, deaths, assists, souls, damage, to objectives, healing, prevented, hits, denies."""
    ours = {
        (row.side, told.hero(row.slot)): (
            f"{row.kills}/{row.deaths}/{row.assists}",
            row.souls,
            row.player_damage,
            row.objective_damage,
            row.healing,
            row.heal_prevented,
            row.last_hits,
            row.denies,
        )
        for row in told.analysis.scoreboard.rows
    }
    pattern = re.compile(r"^ +(The \S+(?: King)?) {2,}(.+?) {2,}.*?(\d+/\d+/\d+) +(.*)$")
    found = filter(None, map(pattern.match, told.report().splitlines()))
    theirs = {
        (SIDES[one[1]], one[2].removesuffix(" *")): (one[3], *map(number, one[4].split()[:7]))
        for one in found
    }
    return ours, theirs


def awards(told: Told) -> Compared:
    """Who is MVP and key player."""
    rows = told.analysis.scoreboard.rows
    ours = {told.hero(row.slot): row.mvp_rank for row in rows if row.mvp_rank}
    found = re.findall(r"^ +The .+? {2,}(.+?) +(\d) \((?:MVP|Key)\)", told.report(), re.MULTILINE)
    return ours, {hero: int(rank) for hero, rank in found}


def timeline(told: Told) -> Compared:
    """Compare the reported player's counters by five-minute interval, and their totals."""
    theirs = []
    for line in told.section("", "Time        Souls"):
        columns = line.split()
        kda = columns[3].split("/")
        theirs.append([number(one) for one in (columns[1], *kda, *columns[4:])])
    return _timeline(told, told.player), theirs


def _timeline(told: Told, player: Player) -> list[list[int]]:
    """Kills and deaths go by event, everything else by the snapshots as their table holds them."""
    totals = [[0] * len(TIMELINE)]
    fights = told.analysis.events.kills
    own = [one for one in told.analysis.moments.samples if one.slot == player.slot]
    for end in interval_ends(told.match.duration_s):
        then = [one for one in own if one.at_s <= end][-1]
        known = {
            "kills": sum(one.killer == player.slot and one.at_s < end for one in fights),
            "deaths": sum(one.victim == player.slot and one.at_s < end for one in fights),
        }
        totals.append([known.get(name, getattr(then, name)) for name in TIMELINE])
    return [*np.diff(np.array(totals), axis=0).tolist(), totals[-1]]


def teams(told: Told) -> Compared:
    """Compare what both sides gained in each interval, and the lead at its end.

    The last is theirs by snapshot; ours ends on the scoreboard's souls, within FEW_SOULS of it.
    """
    sign = 1 if told.player.side == "a" else -1
    worth: list[tuple[int, ...]] = [(0, 0)]
    for end in interval_ends(told.match.duration_s):
        one = [sample for sample in told.analysis.lead.samples if sample.at_s <= end][-1]
        worth.append((one.a, one.b)[::sign])
    ours = [
        (own - before[0], other - before[1], own - other)
        for before, (own, other) in pairwise(worth)
    ]
    theirs = [
        tuple(number(one) for one in line.split()[1:])
        for line in told.section("teams", "Your team  Enemy team")
    ]
    if all(abs(a - b) <= FEW_SOULS for a, b in zip(ours[-1], theirs[-1], strict=True)):
        ours[-1] = theirs[-1]
    return ours, theirs
