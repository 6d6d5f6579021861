"""Souls by source and kind, what lay idle and what a minute brought, ours beside theirs."""

import re
from itertools import pairwise

import numpy as np

from tests.deadlock.reports.intervals import gained, interval_ends, samples_at
from tests.deadlock.reports.reader import Compared, Told, cells, number
from webapp.deadlock.domain.analysis.economy import PlayerEconomy
from webapp.deadlock.domain.combat import whole
from webapp.deadlock.domain.economy import KINDS, gains, purses

NAMES = {"Rift & Urn": "Rift and urn", "Team Catch-Up": "Team catch-up"}
KINDS_OF = {"Waves": "farm", "Roaming": "farm", "Combat": "fights", "Objectives": "objectives"}
GROUPS = {
    "Waves": {"Troopers", "Denies"},
    "Roaming": {"Neutral enemies", "Breakable pickups"},
    "Combat": {"Enemy kills", "Kill assists"},
    "Objectives": {"Objectives", "Rift and urn"},
    "Catch-Up": {"Team catch-up"},
}
"""Their groups of sources, by ours; the tab shows the sources, and the first two as farm."""


def souls_by_source(told: Told) -> Compared:
    """Souls of the reported player by source and interval, and in all."""
    economy = told.analysis.economy
    counts = _counts(told)
    ours = {
        source: [*gained(np.array(row), counts).tolist(), row[-1]]
        for source, row in zip(economy.sources, _player(told).earned, strict=True)
        if row[-1]
    }
    ours["Total"] = [sum(column) for column in zip(*ours.values(), strict=True)]
    theirs = {}
    for line in told.section("souls", "Souls by source")[1:]:
        label, columns = cells(line)
        word = NAMES.get(label, label.capitalize())
        theirs[word] = [number(one) for one in columns[: len(counts) + 1]]
    return ours, theirs


def souls_by_kind(told: Told) -> Compared:
    """Farm (their waves and roaming), fights and objectives by interval, and in all."""
    counts, economy = _counts(told), told.analysis.economy
    ours = {}
    for kind in KINDS[1:]:
        totals = np.cumsum(gains(economy, _player(told), kind))
        ours[kind.slug] = [*gained(totals, counts).tolist(), int(totals[-1])]
    theirs = {slug: np.zeros(len(counts) + 1, dtype=int) for slug in ours}
    groups = re.split(r"\n\n", told.report("souls"))[2]
    for line in groups.splitlines():
        label, columns = cells(line)
        if label in KINDS_OF:
            theirs[KINDS_OF[label]] += [number(one) for one in columns[: len(counts) + 1]]
    return ours, {slug: row.tolist() for slug, row in theirs.items()}


def souls_by_group(told: Told) -> Compared:
    """Each of their groups by interval, in all and in per cent, out of the sources of ours."""
    counts, economy = _counts(told), told.analysis.economy
    earned = dict(zip(economy.sources, _player(told).earned, strict=True))
    everything = sum(row[-1] for row in earned.values())
    ours = {}
    for group, sources in GROUPS.items():
        rows = [np.array(row) for source, row in earned.items() if source in sources]
        if rows and (total := sum(rows))[-1]:
            parts = gained(total, counts).tolist()
            ours[group] = [*parts, int(total[-1]), round(100 * int(total[-1]) / everything)]
    theirs = {}
    for line in re.split(r"\n\n", told.report("souls"))[2].splitlines():
        label, columns = cells(line)
        theirs[label] = _told_row(columns)
    return ours, theirs


def soul_shares(told: Told) -> Compared:
    """Each source's part of all souls earned, in per cent."""
    economy = told.analysis.economy
    totals = {
        source: row[-1] for source, row in zip(economy.sources, _player(told).earned, strict=True)
    }
    everything = sum(totals.values())
    ours = {source: round(100 * one / everything) for source, one in totals.items() if one}
    rows = [cells(line) for line in told.section("souls", "Souls by source")[1:-1]]
    theirs = {
        NAMES.get(label, label.capitalize()): int(columns[-1].removesuffix("%"))
        for label, columns in rows
    }
    return ours, theirs


def souls_unspent(told: Told) -> Compared:
    """Net worth, and the souls held unspent on average over the match."""
    economy = told.analysis.economy
    found = purses(economy, whole(economy.times_s))
    purse = next(one for one in found if one.slot == told.player.slot)
    worth = re.search(r"Net worth \(([\d,]+)\)", told.report("souls"))
    idle = re.search(r"held unspent on average: ([\d,]+)", told.report("combat"))
    assert worth
    assert idle
    assert purse.held is not None
    return (purse.worth, round(purse.held)), (number(worth[1]), number(idle[1]))


def souls_per_minute(told: Told) -> Compared:
    """Net worth gained a minute in each five minutes and over the match, from our samples."""
    ends = interval_ends(told.match.duration_s)
    worth = _player(told).net_worth
    gains_by_end = gained(np.array(worth), _counts(told)).tolist()
    minutes = [(end - start) / 60 for start, end in pairwise((0, *ends))]
    theirs = [number(line.split()[2]) for line in told.section("", "Time        Souls")]
    ours = [round(souls / long) for souls, long in zip(gains_by_end, minutes, strict=True)]
    return [*ours, round(worth[-1] / (ends[-1] / 60))], theirs


def _player(told: Told) -> PlayerEconomy:
    return next(one for one in told.analysis.economy.players if one.slot == told.player.slot)


def _counts(told: Told) -> list[int]:
    return samples_at(told.analysis.economy.times_s, interval_ends(told.match.duration_s))


def _told_row(columns: list[str]) -> list[int]:
    return [number(one.removesuffix("%")) for one in columns]
