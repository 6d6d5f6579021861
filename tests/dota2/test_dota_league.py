"""Following a league: its list is walked whole, its matches come one by one, trouble is counted."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.archive import Archive, done
from tests.conftest import shared_data
from tests.jobs.asked import ask
from webapp.config import Settings
from webapp.core import settings as core_settings
from webapp.core.db import db
from webapp.dota2.domain.league_walk import MOST_PAGES, next_start
from webapp.dota2.ingest import league
from webapp.dota2.models import Dota2LeagueMatch
from webapp.dota2.store import leagues, matches
from webapp.dota2.store.leagues import Listed
from webapp.dota2.upstream import LeaguePage, ListedMatch, Steam
from webapp.simulator.dota2.league import LEAGUE_ID, games

PAGE = 100


def walked(rows: list[int]) -> set[int]:
    """Walk a list as Steam serves it: what is at or below the start, in its own order."""
    seen: set[int] = set()
    start: int | None = None
    for _ in range(MOST_PAGES):
        able = [one for one in rows if start is None or one <= start]
        page = able[:PAGE]
        seen |= set(page)
        start = next_start(page, start, len(able) - len(page))
        if start is None:
            return seen
    raise AssertionError("the walk does not end")


def test_a_real_league_of_221_is_walked_without_a_hole() -> None:
    path = shared_data() / "dota2" / "steam_league_10482" / "match_history_all_221.json"
    rows: list[dict[str, Any]] = json.loads(path.read_bytes())["result"]["matches"]
    ids = [one["match_id"] for one in rows]
    assert walked(ids) == set(ids)
    assert len(ids) == 221


@given(st.lists(st.integers(1, 4), min_size=1, max_size=120), st.randoms(use_true_random=False))
def test_series_cut_by_a_page_are_found_again(series: list[int], chance: Any) -> None:
    ids: list[int] = []
    number = 10_000
    for length in reversed(series):
        number -= length * 3
        block = sorted(chance.sample(range(number, number + length * 3 + 2), length))
        ids += [one for one in block if one not in ids]
    assert walked(ids) == set(ids)


def test_a_list_that_does_not_fall_ends() -> None:
    assert next_start([5, 5, 5], 5, 10) is None
    assert next_start([], None, None) is None
    assert next_start([9, 8], None, 0) is None


def follow(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Any:
    assert archive
    monkeypatch.setattr(league, "AT_ONCE", 1)
    leagues.add_league(LEAGUE_ID, "The Millpond League")
    return ask(key="dota2.league:1", kind="dota2.league", args={"league_id": LEAGUE_ID})


def test_a_league_is_listed_whole_and_fetched_bit_by_bit(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = done(follow(archive, monkeypatch))
    standing = leagues.standing(LEAGUE_ID)
    assert (standing.kept, standing.pending) == (1, len(games()) - 1)
    assert (run.state, run.sentence) == (
        "waiting",
        f"{len(games()) - 1} matches still to be fetched.",
    )
    first = matches.load_row(games()[0].match_id)
    assert first is not None
    assert (first.league_id, first.team_a is None) == (LEAGUE_ID, False)


def test_without_a_key_of_steams_the_list_of_opendota_does(
    app: Flask, archive: Archive, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    bare = dataclasses.replace(settings, steam_api_key="")
    monkeypatch.setitem(app.extensions, core_settings.EXTENSION, bare)
    done(follow(archive, monkeypatch))
    assert leagues.standing(LEAGUE_ID).pending == len(games()) - 1
    assert leagues.sequence_of(games()[0].match_id) is None
    assert leagues.walked_at(LEAGUE_ID) is not None
    assert not any("/steam" in line["path"] for line in archive.asked())


def test_while_steam_is_away_the_list_of_opendota_does(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.strike("/steam/", "503")
    done(follow(archive, monkeypatch))
    assert leagues.standing(LEAGUE_ID).pending == len(games()) - 1
    assert leagues.walked_at(LEAGUE_ID) is None


def test_with_no_list_at_all_a_league_waits(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.strike("/steam/", "503")
    archive.strike("/opendota/", "503")
    run = done(follow(archive, monkeypatch))
    assert (run.state, leagues.standing(LEAGUE_ID).synced_at) == ("waiting", None)


def test_a_match_that_breaks_us_is_counted_and_the_others_come(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = games()[0].match_id, games()[1].match_id
    keep = league.keep_if_worth

    def breaking(intake: Any, raw: Any, match_id: int) -> None:
        if match_id == first:
            raise ArithmeticError("a fault")
        keep(intake, raw, match_id)

    monkeypatch.setattr(league, "keep_if_worth", breaking)
    run_id = follow(archive, monkeypatch)
    monkeypatch.setattr(league, "AT_ONCE", 2)
    done(run_id)
    assert matches.load_row(second) is not None
    broken = db.session.get_one(Dota2LeagueMatch, (LEAGUE_ID, first))
    assert (broken.state, broken.tries, broken.sentence) == ("pending", 1, league.BROKEN)


def test_a_match_that_cannot_be_had_is_given_up_after_five_tries_and_taken_up_again(
    archive: Archive,
) -> None:
    assert archive
    leagues.add_league(5)
    leagues.note_listed(5, [Listed(8_300_000_404)])
    for _ in range(5):
        leagues.note_trouble(5, 8_300_000_404, "OpenDota does not know it.")
    db.session.commit()
    (failure,) = leagues.failures(5)
    assert (failure.state, failure.sentence) == ("failed", "OpenDota does not know it.")
    assert leagues.due(5, 9) == []
    assert leagues.retry_failed(5) == 1
    assert leagues.due(5, 9) == [8_300_000_404]


def test_a_moment_beyond_the_calendar_is_none(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = LeaguePage(matches=[ListedMatch(match_id=11, start_time=10**15)])
    monkeypatch.setattr(Steam, "fetch_league_page", lambda *_: page)
    assert done(follow(archive, monkeypatch)).state == "waiting"
    assert db.session.get_one(Dota2LeagueMatch, (LEAGUE_ID, 11)).started_at is None


def test_a_list_read_twice_adds_nothing_and_forgets_nothing(archive: Archive) -> None:
    assert archive
    leagues.add_league(5)
    assert leagues.note_listed(5, [Listed(11, sequence=7), Listed(12)]) == 2
    assert leagues.note_listed(5, [Listed(11), Listed(12)]) == 0
    leagues.note_kept(11)
    leagues.note_listed(5, [Listed(11)])
    db.session.commit()
    kept = db.session.get_one(Dota2LeagueMatch, (5, 11))
    assert (kept.state, leagues.sequence_of(11)) == ("kept", 7)
