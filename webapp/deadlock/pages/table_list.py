"""Every table of a match by name: what it holds, and what its rows are made of."""

from __future__ import annotations

from typing import Final

from webapp.deadlock.domain.analysis.builds import Builds, Stack
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.combat.rows import damage_rows
from webapp.deadlock.domain.economy import economy_rows
from webapp.deadlock.pages.builds.csv_rows import (
    buff_lines,
    owned_lines,
    purchase_lines,
    skill_lines,
)
from webapp.deadlock.pages.builds.published_rows import advice_lines, step_lines
from webapp.deadlock.pages.chance.rows import chance_rows, part_rows, stretch_lines
from webapp.deadlock.pages.deaths.csv_rows import death_lines, recap_lines, total_lines
from webapp.deadlock.pages.economy.csv_rows import soul_lines, swing_lines
from webapp.deadlock.pages.fights.csv_rows import fight_lines, fighter_lines
from webapp.deadlock.pages.findings.rows import FINDING_SLICES, finding_rows
from webapp.deadlock.pages.laning.csv_rows import lane_lines
from webapp.deadlock.pages.map.csv_rows import standing_lines
from webapp.deadlock.pages.objectives.csv_rows import boss_lines, building_lines, left_lines
from webapp.deadlock.pages.performance import rows
from webapp.matchplay.tables import Table


def _kills(events: Events) -> tuple[Kill, ...]:
    return events.kills


def _stacks(builds: Builds) -> tuple[Stack, ...]:
    return builds.stacks


BOARD: Final = ("scoreboard",)
TABLES: dict[str, Table] = {
    "scoreboard": Table("Scoreboard", "twelve rows, every column", "scoreboard", lambda s: s.rows),
    "lead": Table("Soul lead", "souls of both sides at each sample", "lead", lambda s: s.samples),
    "kills": Table("Kills", "who, where, how long it took", "events", _kills),
    "deaths": Table(
        "Deaths",
        "who was near, health before, what came after",
        "deaths",
        death_lines,
        BOARD,
        by_query=True,
    ),
    "death-totals": Table(
        "Deaths by player", "outnumbered, alone, cost", "deaths", total_lines, BOARD, by_query=True
    ),
    "recaps": Table(
        "Recaps",
        "what hit the fallen, between samples",
        "deaths",
        recap_lines,
        BOARD,
        by_query=True,
    ),
    "fights": Table(
        "Fights", "when, where, how many, who won", "fights", fight_lines, BOARD, by_query=True
    ),
    "fighters": Table(
        "Fighters", "everybody’s part in every fight", "fights", fighter_lines, BOARD, by_query=True
    ),
    "objectives": Table(
        "Objectives",
        "each building: first damage, fall, who was near",
        "objectives",
        building_lines,
        BOARD,
        at_moment=True,
    ),
    "standing": Table(
        "Standing",
        "buildings of each kind at the end",
        "objectives",
        left_lines,
        BOARD,
        at_moment=True,
    ),
    "mid-bosses": Table(
        "Mid bosses",
        "who killed it, who took the Rejuvenator",
        "objectives",
        boss_lines,
        BOARD,
        at_moment=True,
    ),
    "builds": Table(
        "Items",
        "everybody’s purchases",
        "builds",
        purchase_lines,
        BOARD,
        by_query=True,
    ),
    "owned": Table(
        "Owned", "everybody’s items at the end", "builds", owned_lines, BOARD, at_moment=True
    ),
    "skills": Table(
        "Skill orders",
        "everybody’s abilities",
        "builds",
        skill_lines,
        BOARD,
        by_query=True,
    ),
    "published": Table(
        "Published builds",
        "their items, when each was bought, what was besides",
        "builds",
        advice_lines,
        BOARD,
        by_query=True,
    ),
    "published-skills": Table(
        "Skill orders of published builds",
        "the build’s beside the one taken",
        "builds",
        step_lines,
        BOARD,
        by_query=True,
    ),
    "stacks": Table("Stacks", "final counts", "builds", _stacks),
    "buffs": Table(
        "Buffs", "picked up, by engine name", "builds", buff_lines, BOARD, by_query=True
    ),
    "snapshots": Table("Snapshots", "every player at every sample", "moments", lambda s: s.samples),
    "souls": Table(
        "Souls by source", "every player, between samples", "economy", soul_lines, by_query=True
    ),
    "economy": Table(
        "Economy", "net worth, earned, lost, unspent at each sample", "economy", economy_rows
    ),
    "lead-changes": Table(
        "Lead changes", "between which samples", "economy", swing_lines, at_moment=True
    ),
    "chances": Table(
        "Win chance",
        "the chance at each thing that happened, and what it changed",
        "scoreboard",
        chance_rows,
        also=("lead", "events"),
        at_moment=True,
    ),
    "chance-parts": Table(
        "Win chance taken apart",
        "what it is made of at the end",
        "scoreboard",
        part_rows,
        also=("lead", "events"),
        at_moment=True,
    ),
    "chance-stretches": Table(
        "Win chance by soul count",
        "from one soul count to the next",
        "scoreboard",
        stretch_lines,
        also=("lead", "events"),
        at_moment=True,
    ),
    "figures": Table(
        "Figures",
        "every player, every figure",
        "performance",
        rows.figure_rows,
        ("moments",),
        by_query=True,
        made_of=rows.FIGURE_ROW,
    ),
    "counters": Table(
        "Aim and range",
        "between samples",
        "performance",
        rows.counter_rows,
        by_query=True,
        made_of=rows.COUNT_ROW,
    ),
    "blows": Table(
        "Gun and melee",
        "between samples",
        "performance",
        rows.blow_rows,
        by_query=True,
        made_of=rows.BLOW_ROW,
    ),
    "minutes": Table(
        "Time and movement",
        "by minute",
        "performance",
        rows.minute_rows,
        by_query=True,
        made_of=rows.MINUTE_ROW,
    ),
    "accolades": Table("Accolades", "by player", "performance", rows.award_rows, by_query=True),
    "damage": Table("Damage", "who, whom, with what, between samples", "damage", damage_rows),
    "findings": Table(
        "Findings",
        "what decided it, ranked",
        "scoreboard",
        finding_rows,
        also=FINDING_SLICES,
        by_query=True,
    ),
    "laning": Table(
        "Laning",
        "each player at 9:00",
        "lanes",
        lane_lines,
        also=("moments", "events"),
        at_moment=True,
    ),
    "map": Table(
        "Map",
        "everybody as the match begins",
        "scoreboard",
        standing_lines,
        also=("demo_heights",),
        at_moment=True,
    ),
}
