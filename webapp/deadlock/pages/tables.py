"""Every table of a match as rows for CSV, straight from its stored slices."""

from __future__ import annotations

from typing import Any

from webapp.deadlock.domain.analysis.builds import Builds, Stack
from webapp.deadlock.domain.analysis.events import Events, Kill
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.combat.rows import damage_rows
from webapp.deadlock.domain.economy import economy_rows, soul_rows, swing_rows
from webapp.deadlock.pages.builds.csv_rows import buff_lines, purchase_lines, skill_lines
from webapp.deadlock.pages.chance.rows import chance_rows, part_rows, stretch_lines
from webapp.deadlock.pages.deaths.csv_rows import death_lines, recap_lines
from webapp.deadlock.pages.deaths.totals import total_lines
from webapp.deadlock.pages.fights.csv_rows import fight_lines, fighter_lines
from webapp.deadlock.pages.findings.rows import FINDING_SLICES, finding_rows
from webapp.deadlock.pages.laning.csv_rows import lane_lines
from webapp.deadlock.pages.map.csv_rows import standing_lines
from webapp.deadlock.pages.objectives.csv_rows import boss_lines, building_lines
from webapp.deadlock.pages.performance import rows
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.matchplay.tables import Beside, Rows, Table, csv_of
from webapp.matchroom.moment import Moment


def _kills(events: Events) -> tuple[Kill, ...]:
    return events.kills


def _stacks(builds: Builds) -> tuple[Stack, ...]:
    return builds.stacks


TABLES: dict[str, Table] = {
    "scoreboard": Table("Scoreboard", "twelve rows, every column", "scoreboard", lambda s: s.rows),
    "lead": Table("Soul lead", "souls of both sides at each sample", "lead", lambda s: s.samples),
    "kills": Table("Kills", "who, where, how long it took", "events", _kills),
    "deaths": Table(
        "Deaths", "who was near, health before, what came after", "deaths", death_lines
    ),
    "death-totals": Table("Deaths by player", "outnumbered, alone, cost", "deaths", total_lines),
    "recaps": Table("Recaps", "what hit the fallen, between samples", "deaths", recap_lines),
    "fights": Table("Fights", "when, where, how many, who won", "fights", fight_lines),
    "fighters": Table("Fighters", "everybody’s part in every fight", "fights", fighter_lines),
    "objectives": Table(
        "Objectives",
        "each building: first damage, fall, who was near",
        "objectives",
        building_lines,
    ),
    "mid-bosses": Table(
        "Mid bosses", "who killed it, who took the Rejuvenator", "objectives", boss_lines
    ),
    "builds": Table(
        "Items", "everybody’s purchases", "builds", purchase_lines, also=("scoreboard",)
    ),
    "skills": Table(
        "Skill orders", "everybody’s abilities", "builds", skill_lines, also=("scoreboard",)
    ),
    "stacks": Table("Stacks", "final counts", "builds", _stacks),
    "buffs": Table("Buffs", "picked up, by engine name", "builds", buff_lines),
    "snapshots": Table("Snapshots", "every player at every sample", "moments", lambda s: s.samples),
    "souls": Table("Souls by source", "every player, between samples", "economy", soul_rows),
    "economy": Table(
        "Economy", "net worth, earned, lost, unspent at each sample", "economy", economy_rows
    ),
    "lead-changes": Table("Lead changes", "between which samples", "economy", swing_rows),
    "chances": Table(
        "Win chance",
        "the chance at each thing that happened, and what it changed",
        "scoreboard",
        chance_rows,
        also=("lead", "events"),
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
    "figures": Table("Figures", "every player, every figure", "performance", rows.figure_rows),
    "counters": Table("Aim and range", "between samples", "performance", rows.counter_rows),
    "blows": Table("Gun and melee", "between samples", "performance", rows.blow_rows),
    "minutes": Table("Time and movement", "by minute", "performance", rows.minute_rows),
    "accolades": Table("Accolades", "by player", "performance", rows.award_rows),
    "damage": Table("Damage", "who, whom, with what, between samples", "damage", damage_rows),
    "findings": Table(
        "Findings",
        "what decided it, ranked",
        "scoreboard",
        finding_rows,
        also=FINDING_SLICES,
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


def table_csv(match_id: int, name: str, moment: Moment) -> str | None:
    """Give a table of a match as CSV; None when there is no such match or table."""
    table = TABLES.get(name)
    loaded = load_sources(match_id, table.slice, *table.also) if table else None
    if table is None or loaded is None or table.slice not in loaded.slices:
        return None
    return write_csv(_rows(table, loaded, moment), loaded.names, table.record)


def _rows(table: Table, loaded: Sources, moment: Moment) -> Rows:
    if table.at_moment:
        return table.rows(loaded, moment.within(loaded.row.duration_s))
    return table.rows(loaded if table.also else loaded.slices[table.slice])


def write_csv(rows: Rows, names: Catalogue, record: type[Any] | None = None) -> str:
    """Write frozen records as CSV; heroes get their names beside their ids."""
    return csv_of(rows, record, Beside("hero_id", "hero", lambda one: names.hero(one).name))
