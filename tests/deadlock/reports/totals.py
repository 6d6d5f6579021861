"""Scoreboard, timeline, souls and both sides' worth, ours beside theirs."""

import re
from itertools import pairwise

import numpy as np

from tests.deadlock.reports.intervals import interval_ends
from tests.deadlock.reports.reader import SIDES, Compared, Told, number
from webapp.deadlock.domain.analysis.at import snapshot_at
from webapp.deadlock.domain.records import Player

TIMELINE = (
    "net_worth",
    "kills",
    "deaths",
    "assists",
    "player_damage",
    "player_damage_taken",
    "boss_damage",
    "player_healing",
    "heal_prevented",
    "last_hits",
    "creep_kills",
    "neutral_kills",
    "denies",
)


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
    """Kills and deaths go by event, everything else by snapshot."""
    totals = [[0] * len(TIMELINE)]
    fights = told.analysis.events.kills
    for end in interval_ends(told.match.duration_s):
        then = snapshot_at(player, end)
        assert then is not None
        known = {
            "last_hits": then.creep_kills + then.neutral_kills,
            "kills": sum(one.killer == player.slot and one.at_s < end for one in fights),
            "deaths": sum(one.victim == player.slot and one.at_s < end for one in fights),
        }
        totals.append([known.get(name, getattr(then, name, 0)) for name in TIMELINE])
    return [*np.diff(np.array(totals), axis=0).tolist(), totals[-1]]


def teams(told: Told) -> Compared:
    """Compare what both sides gained in each interval, and the lead at its end.

    The last is theirs by snapshot; ours ends on the scoreboard's souls, which may differ by a few.
    """
    sign = 1 if told.player.side == "a" else -1
    worth: list[tuple[int, ...]] = [(0, 0)]
    for end in interval_ends(told.match.duration_s)[:-1]:
        one = [sample for sample in told.analysis.lead.samples if sample.at_s <= end][-1]
        worth.append((one.a, one.b)[::sign])
    final = dict.fromkeys("ab", 0)
    for player in told.match.players:
        final[player.side] += player.snapshots[-1].net_worth
    worth.append((final["a"], final["b"])[::sign])
    ours = [
        (own - before[0], other - before[1], own - other)
        for before, (own, other) in pairwise(worth)
    ]
    theirs = [
        tuple(number(one) for one in line.split()[1:])
        for line in told.section("teams", "Your team  Enemy team")
    ]
    return ours, theirs
