"""The tables of map, combat, objectives, fights, builds, chat and findings, by name."""

from __future__ import annotations

from typing import Final

from webapp.dota2.domain.analysis.events import Kill
from webapp.dota2.pages.builds.csv_rows import (
    metric_lines,
    point_lines,
    purchase_lines,
)
from webapp.dota2.pages.chance.csv_rows import chance_lines
from webapp.dota2.pages.chat.csv_rows import chat_lines, log_lines
from webapp.dota2.pages.combat.csv_rows import figure_lines, pair_lines, source_lines
from webapp.dota2.pages.fights.csv_rows import fight_lines, fighter_lines
from webapp.dota2.pages.findings import FINDING_SLICES
from webapp.dota2.pages.findings.csv_rows import finding_lines
from webapp.dota2.pages.map.csv_rows import ward_lines, watch_lines
from webapp.dota2.pages.objectives.csv_rows import building_lines, roshan_lines, rune_lines
from webapp.dota2.pages.sources import Sources
from webapp.matchplay.tables import Table
from webapp.matchroom.moment import Moment

BOARD: Final = ("scoreboard",)


def kill_lines(loaded: Sources, moment: Moment) -> tuple[Kill, ...]:
    """Give every kill by then, or in the span, with its cell of the map grid where recorded."""
    first, last = moment.reach
    return tuple(one for one in loaded.slices["events"].kills or () if first <= one.at_s <= last)


HAPPENED: Final[dict[str, Table]] = {
    "kills": Table(
        "Kills", "who, whom, where it is recorded", "events", kill_lines, at_moment=True
    ),
    "buildings": Table(
        "Buildings", "when each fell, and by whom", "objectives", building_lines, at_moment=True
    ),
    "roshans": Table(
        "Roshan", "who killed him, who took the Aegis", "objectives", roshan_lines, at_moment=True
    ),
    "runes": Table("Runes", "who took which", "objectives", rune_lines, at_moment=True),
    "fights": Table(
        "Fights", "when, where, how many, who won", "fights", fight_lines, BOARD, by_query=True
    ),
    "fighters": Table(
        "Fighters", "everybody’s part in every fight", "fights", fighter_lines, BOARD, by_query=True
    ),
    "wards": Table(
        "Wards",
        "where, from when to when, how each ended",
        "vision",
        ward_lines,
        BOARD,
        by_query=True,
    ),
    "vision": Table("Vision", "wards, dewards, smoke and dust by player", "vision", watch_lines),
    "damage": Table("Damage", "from hero to hero, with kills and healing", "combat", pair_lines),
    "casts": Table(
        "Sources and casts", "by player and source", "combat", source_lines, by_query=True
    ),
    "combat": Table("Combat figures", "by player", "combat", figure_lines),
    "purchases": Table(
        "Purchases",
        "everybody’s, with seconds and gold by then",
        "builds",
        purchase_lines,
        also=("moments",),
        by_query=True,
    ),
    "abilities": Table(
        "Ability points", "everybody’s, in order", "builds", point_lines, by_query=True
    ),
    "benchmarks": Table(
        "Figures by the minute",
        "with their places here and at OpenDota",
        "benchmarks",
        metric_lines,
        also=("scoreboard",),
        by_query=True,
    ),
    "chat": Table("Chat", "what was said", "chat", chat_lines, at_moment=True),
    "log": Table(
        "Log",
        "everything with a second",
        "events",
        log_lines,
        also=("scoreboard", "builds", "chat"),
        by_query=True,
    ),
    "chances": Table(
        "Win chance",
        "by the minute, where there is a model",
        "lead",
        chance_lines,
        also=("events",),
        at_moment=True,
    ),
    "findings": Table(
        "Findings",
        "what decided it, ranked",
        "scoreboard",
        finding_lines,
        also=FINDING_SLICES,
        by_query=True,
    ),
}
