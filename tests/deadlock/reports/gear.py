"""Melee and shots of everybody, ours beside theirs, as the Performance tab writes them."""

from tests.deadlock.reports.reader import Compared, Told, cells, number
from tests.deadlock.reports.shown import figures_shown

MELEE = ("melee_dealt", "melee_taken", "parries", "missed_parries")


def melee(told: Told) -> Compared:
    """Melee dealt and taken, parries made and missed, of everybody."""
    ours = {
        hero: tuple(number(figures[key]) for key in MELEE)
        for hero, figures in figures_shown(told).items()
    }
    lines = told.section("melee", "Melee dealt")
    theirs = {cells(line)[0]: tuple(map(number, cells(line)[1][1:])) for line in lines}
    return ours, theirs


def shots(told: Told) -> Compared:
    """Shots at heroes of everybody."""
    ours = {hero: number(figures["shots"]) for hero, figures in figures_shown(told).items()}
    lines = told.section("combat", "Hit rate")
    return ours, {cells(line)[0]: number(cells(line)[1][1]) for line in lines}
