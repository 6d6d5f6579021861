"""Only a demo of this very match is kept with it."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tests.changed import replace
from tests.deadlock.recorded import MATCH, change, header_of, match_of, reading_of
from webapp.deadlock.domain.demos import DemoRefused, judge
from webapp.deadlock.domain.demos.agreement import Verdict
from webapp.deadlock.domain.records import Match
from webapp.deadlock.domain.records.events import Pause
from webapp.deadlock.ingest.demo.keeping import work_out


def kills_of(match: Match, late_s: float = 0.4) -> list[tuple[float | None, int | None]]:
    return [
        (death.at_s + late_s, player.hero_id) for player in match.players for death in player.deaths
    ]


def test_a_demo_of_the_match_agrees_in_everything(tmp_path: Path) -> None:
    match, kills = match_of(), kills_of(match_of())
    verdict = judge(header_of(tmp_path), kills, match)
    assert verdict == Verdict(12, 12, len(kills), len(kills))
    assert verdict.deaths > 20


def test_another_matchs_demo_is_refused_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(DemoRefused, match="the demo of match 5002, not of match 5001"):
        judge(header_of(tmp_path, match_id=5002), [], match_of())
    with pytest.raises(DemoRefused, match="does not say which match"):
        judge(header_of(tmp_path, match_id=None), [], match_of())


def test_a_demo_with_the_right_number_and_other_people_is_refused(tmp_path: Path) -> None:
    header = header_of(tmp_path)
    swapped = tuple(
        replace(one, hero_id=header.players[(number + 1) % 12].hero_id)
        for number, one in enumerate(header.players)
    )
    with pytest.raises(DemoRefused, match="people in this demo"):
        judge(replace(header, players=swapped), kills_of(match_of()), match_of())
    two_strangers = tuple(
        replace(one, account_id=1) if number < 2 else one
        for number, one in enumerate(header.players)
    )
    assert judge(replace(header, players=two_strangers), [], match_of()).people == 10


def test_a_demo_with_the_right_people_and_other_deaths_is_refused(tmp_path: Path) -> None:
    moved = kills_of(match_of(), late_s=400.0)
    with pytest.raises(DemoRefused, match="deaths in this demo"):
        judge(header_of(tmp_path), moved, match_of())


def test_deaths_that_cannot_be_placed_accuse_nobody(tmp_path: Path) -> None:
    moved = kills_of(match_of(), late_s=400.0)
    verdict = judge(header_of(tmp_path, on_match_clock=False), moved, match_of())
    assert (verdict.people, verdict.deaths_compared) == (12, 0)
    nameless: list[tuple[float | None, int | None]] = [(12.0, 0), (None, 1), (13.0, None)]
    assert judge(header_of(tmp_path), nameless, match_of()).deaths_compared == 0


def test_a_pause_may_set_the_clocks_apart(tmp_path: Path) -> None:
    moved = kills_of(match_of(), late_s=25.0)
    paused = replace(match_of(), pauses=(Pause(60, 30, None),))
    assert judge(header_of(tmp_path), moved, paused).deaths == len(moved)


def test_a_recording_is_compared_by_what_its_own_tables_say(tmp_path: Path) -> None:
    reading = reading_of(tmp_path)
    assert "deaths" in work_out(reading, match_of(), of="x").agreed
    change(reading, "kills", pl.col("at_s") + 500)
    with pytest.raises(DemoRefused, match="deaths in this demo"):
        work_out(reading, match_of(), of="x")


def test_a_recording_of_another_match_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DemoRefused, match=f"not of match {MATCH}"):
        work_out(reading_of(tmp_path, 5002), match_of(), of="x")
