"""What stands at the head of the reports and beside their tables, ours beside theirs.

Which side everybody is on, how the match ended and when it began, ranks, buffs in all, and the
shares in per cent that pages show.

Comeback souls and broken boxes stay theirs: counters of the game's own (`Comeback Gold`, `PowerUp
Gold`) that no slice of ours holds, and that no other figure adds up with.
"""

from __future__ import annotations

import re

from tests.deadlock.reports.playing import counters_of
from tests.deadlock.reports.reader import SIDES, Compared, Told, cells
from webapp.deadlock.domain.accolades import parse_accolades
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.performance.awards import award_lines
from webapp.deadlock.pages.performance.ranges import range_lines
from webapp.matchplay.charts import clock

SIDED = {"combat": "Hit rate", "melee": "Melee dealt", "movement": "Stationary", "stacks": "Final"}
"""Tables with a column for the side, each by a word of its heading."""


def heading(told: Told) -> Compared:
    """Match, hero, win or loss, minute it began at, and length."""
    match, won = told.match, {0: "a", 1: "b"}.get(told.match.winning_team or 0)
    result = "win" if told.player.side == won else "loss"
    ours = (
        f"Match {match.match_id}: {told.hero(told.player.slot)}, {result}, "
        f"{match.started_at:%Y-%m-%d %H:%M}, {clock(match.duration_s)}"
    )
    return ours, told.report().splitlines()[0]


def ranks(told: Told) -> Compared:
    """Average rank of both sides, in the names of the day."""
    names = Catalogue("")
    sides = told.analysis.scoreboard.sides
    ours = {one.side: names.rank(one.average_badge, told.match.started_at) for one in sides}
    line = told.report().splitlines()[1].removeprefix("Lobby average: ")
    theirs = {
        side: part.removeprefix(f"{name} ")
        for part in line.split(", ")
        for name, side in SIDES.items()
        if part.startswith(name)
    }
    return ours, theirs


def sides(told: Told) -> Compared:
    """On whose side everybody is, in every table that says so."""
    own_side = told.player.side
    ours = {
        told.hero(row.slot): "ally" if row.side == own_side else "enemy"
        for row in told.analysis.scoreboard.rows
    }
    theirs: dict[str, str] = {}
    for name, title in SIDED.items():
        if title in told.report(name):
            rows = [cells(line) for line in told.section(name, title)]
            theirs |= {hero: columns[0] for hero, columns in rows}
    own = re.findall(r"Your team: (.+)", told.report("teams"))
    return (ours, SIDE_NAMES[own_side]), (theirs, own[0])


def buffs_in_all(told: Told) -> Compared:
    """How many permanent buffs everybody had, the last column of the scoreboard."""
    found = dict.fromkeys((told.hero(one.slot) for one in told.match.players), 0)
    for one in told.analysis.builds.buffs:
        found[told.hero(one.slot)] += one.count if one.permanent else 0
    rows = re.findall(
        r"^  The .+? {2,}(\S.*?)(?: \*)? {2,}.*?\d+/\d+/\d+ .* (\d+)$", told.report(), re.MULTILINE
    )
    return found, {hero: int(count) for hero, count in rows}


def range_shares(told: Told) -> Compared:
    """Parts of each range in per cent, as the player's page shows them."""
    series = next(one for one in told.analysis.performance.series if one.slot == told.player.slot)
    ours = [[cell.percent for cell in line.cells] for line in range_lines(series)]
    theirs = []
    for line in told.section("combat", "Ability dealt"):
        shares = re.findall(r"\((\d+)%\)|(-)(?: |$)", line)
        theirs.append([int(share or 0) for share, _ in shares])
    return ours, theirs


def against_shares(told: Told) -> Compared:
    """Compare hits of the enemy's shots and headshots of their hits, in per cent."""
    shots = re.search(r"at you: .*?\((\d+)%\) hits, .*?\((\d+)%\)", told.report("combat"))
    assert shots
    sums = counters_of(told, told.player.slot)
    hits = round(100 * sums["against_hits"] / max(1, sums["against_shots"]))
    heads = round(100 * sums["against_headshots"] / max(1, sums["against_hits"]))
    return [hits, heads], [int(one) for one in shots.groups()]


def award_names(told: Told) -> Compared:
    """Name every award, with its value and stars, as the player's page shows it."""
    body = (told.folder / "assets" / "accolades_english.json").read_bytes()
    names = Catalogue("", accolades=parse_accolades(body))
    series = next(one for one in told.analysis.performance.series if one.slot == told.player.slot)
    ours = {one.name: (one.value, one.stars) for one in award_lines(series, names)}
    rows = re.findall(
        r"^  \S.*? {2,}([\d,]+)  (\**) +(\S.*)$", told.report("accolades"), re.MULTILINE
    )
    return ours, {name: (value, len(stars)) for value, stars, name in rows}
