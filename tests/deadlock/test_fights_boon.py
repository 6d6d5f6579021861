"""Our fights beside those of the demo parser boon: in the demos at hand, and by its own code.

The demos at hand hold no fight boon can see: it names no hero in the hits of the rebuilt ones, and
the recorded ones have one player. So its code is also given what real matches tell for every
second: each hero in combat was hit by the nearest enemy in combat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import numpy as np
import polars as pl
import pytest
from boon import Demo
from boon.stats import teamfights

from tests.deadlock.demo_files import LOCAL, MIDTOWN, SHORTEST, STREET, demo_path
from webapp.deadlock.domain.analysis.events import events_of
from webapp.deadlock.domain.analysis.fights import fights_of
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.records import Match

MATCHES = (35077269, 54331746)
GAP_S = 5
REACH = 1_575
TEAMS = {"a": 2, "b": 3}


@dataclass(frozen=True)
class Seconds:
    """A match as boon reads a demo: a tick a second, slots for heroes."""

    match: Match
    tick_rate: int = 1

    @staticmethod
    def load(*_: str) -> None:
        """Everything is there."""

    @staticmethod
    def tick_to_seconds(tick: int) -> float:
        """Give the second of a tick."""
        return float(tick)

    @property
    def players(self) -> pl.DataFrame:
        """Who plays for whom."""
        rows = [(one.slot, TEAMS[one.side]) for one in self.match.players]
        return pl.DataFrame(rows, schema=["hero_id", "team_num"], orient="row")

    @property
    def kills(self) -> pl.DataFrame:
        """Who fell when."""
        rows = [(one.at_s, one.victim) for one in events_of(self.match).kills]
        return pl.DataFrame(rows, schema=["tick", "victim_hero_id"], orient="row")

    @cached_property
    def damage(self) -> pl.DataFrame:
        """Give a hit for each second of each hero in combat with an enemy near who is, too."""
        names = ["tick", "attacker_hero_id", "victim_hero_id", "damage"]
        return pl.DataFrame(list(self._hits()), schema=names, orient="row")

    def _hits(self) -> Iterator[tuple[int, int, int, int]]:
        paths = self.match.paths
        assert paths is not None
        assert paths.combat is not None
        side = {one.slot: one.side for one in self.match.players}
        sides = np.array([side[slot] for slot in paths.slots])
        fought = (paths.combat == 1) & (paths.health > 0)
        for row, second in np.argwhere(fought).tolist():
            enemies = np.flatnonzero(fought[:, second] & (sides != sides[row]))
            across = paths.x[enemies, second] - paths.x[row, second]
            along = paths.y[enemies, second] - paths.y[row, second]
            far = np.hypot(across, along)
            if far.size and far.min() <= REACH:
                yield second, paths.slots[enemies[far.argmin()]], paths.slots[row], 1

    def _player_positions(self, ticks: list[int]) -> pl.DataFrame:
        paths = self.match.paths
        assert paths is not None
        return pl.DataFrame(
            {
                "tick": np.repeat(ticks, len(paths.slots)),
                "hero_id": np.tile(paths.slots, len(ticks)),
                "x": paths.x[:, ticks].T.ravel().astype(np.float64),
                "y": paths.y[:, ticks].T.ravel().astype(np.float64),
            }
        )


@pytest.mark.parametrize("name", [STREET, MIDTOWN, LOCAL, SHORTEST])
def test_boon_finds_no_fight_in_the_demos_at_hand_for_it_names_nobody_in_them(name: str) -> None:
    demo = Demo(str(demo_path(name)), preload=False)
    named = (pl.col("attacker_hero_id") != 0) & (pl.col("victim_hero_id") != 0)
    assert demo.damage.filter(
        named, pl.col("attacker_hero_id") != pl.col("victim_hero_id")
    ).is_empty()
    assert demo.teamfights().is_empty()


@pytest.fixture(scope="module", params=MATCHES, name="match")
def match_fixture(request: pytest.FixtureRequest, shared_data: Path) -> Match:
    body = (shared_data / "deadlock" / "metadata" / f"m{request.param}.json").read_bytes()
    return parse_metadata(body, expect_match_id=request.param)


@pytest.fixture(scope="module", name="theirs")
def theirs_fixture(match: Match) -> list[dict[str, Any]]:
    return teamfights(cast("Demo", Seconds(match)), gap_seconds=GAP_S).rows(named=True)


def test_three_in_four_of_every_fight_boon_finds_fought_in_one_of_ours(
    match: Match, theirs: list[dict[str, Any]]
) -> None:
    ours = fights_of(match, events_of(match)).fights
    assert len(theirs) > len(ours) > 60
    for fight in theirs:
        together = [
            len(set(fight["participants"]) & {*one.a.fought, *one.b.fought})
            for one in ours
            if one.start_s <= fight["end_tick"] and one.end_s >= fight["start_tick"]
        ]
        assert max(together, default=0) >= 0.75 * fight["num_participants"], fight


def test_deaths_boon_puts_in_a_fight_are_in_ours_and_together(
    match: Match, theirs: list[dict[str, Any]]
) -> None:
    events = events_of(match)
    own = {one: fight.number for fight in fights_of(match, events).fights for one in fight.deaths}
    told: dict[int, int] = {}
    for number, kill in enumerate(events.kills):
        near = [
            (abs(one["end_tick"] - kill.at_s), one["fight_id"])
            for one in theirs
            if one["start_tick"] <= kill.at_s <= one["end_tick"] + GAP_S
            and kill.victim in one["participants"]
        ]
        if near:
            told[number] = min(near)[1]
    agreed = sum((number in told) == (number in own) for number in range(len(events.kills)))
    assert agreed >= 0.85 * len(events.kills)
    pairs = [(one, other) for one, other in combinations(told, 2) if told[one] == told[other]]
    kept = sum(own.get(one, 0) == own.get(other, -1) for one, other in pairs)
    assert len(pairs) >= 15
    assert kept >= 0.8 * len(pairs)
