"""The tables of all twelve: which figures each holds, and over which stretch they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from webapp.deadlock.domain.terms import TERMS, Term

Series = Literal["aim", "blows", "minutes"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its figure, its heading, the term that explains it, decimals, where it shows."""

    key: str
    label: str
    term: str
    decimals: int = 1
    kind: str = "n"
    bar: bool = False

    @property
    def explained(self) -> Term:
        """Give the term behind the heading."""
        return TERMS[self.term]


@dataclass(frozen=True, slots=True)
class Plan:
    """One table: its title, its stretch, what is missing without it, and its columns."""

    key: str
    title: str
    series: Series
    missing: str
    columns: tuple[Column, ...]


PLANS: Final = (
    Plan(
        "aim",
        "Aim and parries",
        "aim",
        "This match names none of the game’s counters of aim.",
        (
            Column("shots", "Shots", "perf-shots", 0, "n", bar=True),
            Column("accuracy", "Hit, %", "perf-accuracy"),
            Column("headshot_rate", "Headshots, %", "perf-headshots"),
            Column("accuracy_against", "Enemy hit, %", "perf-accuracy-against", 1, "n p2"),
            Column("accuracy_all", "Hit anything, %", "perf-accuracy-all", 1, "n p2 p3"),
            Column("parries", "Parried", "perf-parry", 0, "n p2 p3"),
            Column("missed_parries", "Missed", "perf-parry", 0, "n p2 p3"),
        ),
    ),
    Plan(
        "range",
        "Range",
        "aim",
        "This match names none of the game’s counters of range.",
        (
            Column("gun_near", "Gun to 10 m, %", "perf-range"),
            Column("gun_middle", "10–30 m, %", "perf-range"),
            Column("gun_far", "Over 30 m, %", "perf-range"),
            Column("ability_near", "Abilities to 10 m, %", "perf-range", 1, "n p2 p3"),
            Column("ability_middle", "10–30 m, %", "perf-range", 1, "n p2 p3"),
            Column("ability_far", "Over 30 m, %", "perf-range", 1, "n p2 p3"),
            Column("full_damage_share", "No falloff, % of hits", "perf-falloff", 1, "n p2"),
        ),
    ),
    Plan(
        "blows",
        "Gun and melee damage",
        "blows",
        "This match holds no damage matrix.",
        (
            Column("gun_body", "Gun, body", "player-damage", 0, "n", bar=True),
            Column("gun_headshot", "Gun, headshots", "perf-headshots", 0, "n", bar=True),
            Column("melee_dealt", "Melee dealt", "perf-melee", 0),
            Column("melee_taken", "Melee taken", "perf-melee", 0, "n p2"),
        ),
    ),
    Plan(
        "movement",
        "Movement",
        "minutes",
        "How players moved is not recorded in this match: positions name it only since 2025.",
        (
            Column("distance_m", "On foot, m", "perf-distance", 0, "n", bar=True),
            Column("speed_m_s", "Speed, m / s", "perf-speed", 2),
            Column("still_share", "Still, %", "perf-still", 1, "n p2"),
            Column("slide_share", "Sliding, %", "perf-kinds", 1, "n p2 p3"),
            Column("in_air_share", "In the air, %", "perf-kinds", 1, "n p2 p3"),
            Column("zipline_share", "Zip line, %", "perf-kinds", 1, "n p2"),
            Column("dashes", "Ground dashes", "perf-dashes", 0, "n p2"),
            Column("air dashes", "Air dashes", "perf-dashes", 0, "n p2 p3"),
        ),
    ),
    Plan(
        "time",
        "Where the time went",
        "minutes",
        "This match holds no positions.",
        (
            Column("alive_share", "Alive, %", "perf-alive"),
            Column("combat_share", "Fighting, %", "perf-combat", 1, "n", bar=True),
            Column("own_base_share", "Own base, %", "perf-region", 1, "n p2"),
            Column("own_lane_share", "Lanes, own half, %", "perf-region", 1, "n p2 p3"),
            Column("middle_share", "Lanes, middle, %", "perf-region", 1, "n p2 p3"),
            Column("enemy_lane_share", "Lanes, enemy half, %", "perf-region", 1, "n p2 p3"),
            Column("off_lane_share", "Off the lanes, %", "perf-region", 1, "n p2 p3"),
            Column("enemy_base_share", "Enemy base, %", "perf-region", 1, "n p2 p3"),
            Column("enemy_half_share", "Enemy half, %", "perf-half", 1, "n"),
        ),
    ),
)

_BY_KEY: Final = {column.key: column for plan in PLANS for column in plan.columns}


def by_key(key: str) -> Column:
    """Give the column of a figure, whichever table it stands in."""
    return _BY_KEY[key]
