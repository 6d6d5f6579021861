"""Riot IDs, addresses, the ladder, and many games put together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.lol.domain.door import is_generated, read_match_id, read_somebody
from webapp.lol.domain.played import Played, Rank
from webapp.lol.domain.riot_id import RiotId, read_riot_id, read_slug
from webapp.lol.domain.summoner.ladder import height_of, height_words, rank_words
from webapp.lol.domain.summoner.narrowing import Filter, filter_of
from webapp.lol.domain.summoner.sums import (
    averages_of,
    pool_of,
    sittings_of,
    streak_of,
)
from webapp.matchplay.players import share_won
from webapp.matchplay.players.narrowing import narrow

BEGAN = datetime(2026, 11, 1, 18, tzinfo=UTC)


def game(hours: float = 0.0, **said: object) -> Played:
    """Make one game, so many hours before the newest."""
    facts: dict[str, object] = {
        "match_id": "EUW1_7000000001",
        "started_at": BEGAN - timedelta(hours=hours),
        "duration_s": 1800,
        "queue_id": 420,
        "game_mode": "CLASSIC",
        "layout": "rift",
        "patch": "16.4",
        "champion_id": 1,
        "champion_name": "Ada",
        "side": "a",
        "role": "top",
        "won": True,
        "place": None,
        "kills": 4,
        "deaths": 2,
        "assists": 6,
        "gold": 12_000,
        "cs": 200,
        "damage": 20_000,
        "vision": 15,
    }
    return Played(**{**facts, **said})  # type: ignore[arg-type]


games = st.builds(
    game,
    hours=st.floats(0, 500),
    won=st.sampled_from([True, False, None]),
    champion_id=st.integers(1, 5),
    role=st.sampled_from(["top", "jungle", None]),
    kills=st.none() | st.integers(0, 30),
    deaths=st.none() | st.integers(0, 20),
    gold=st.none() | st.integers(0, 20_000),
    duration_s=st.integers(0, 3600),
)


@given(st.lists(games, max_size=30))
def test_every_game_is_in_one_pool_line_and_in_one_sitting(played: list[Played]) -> None:
    newest_first = sorted(played, key=lambda one: one.started_at, reverse=True)
    pool = pool_of(newest_first)
    assert sum(one.games for one in pool) == len(played)
    assert sum(one.share.n for one in pool) == share_won(played).n
    sittings = sittings_of(newest_first)
    assert sum(one.games for one in sittings) == len(played)
    assert all(one.won + one.lost <= one.games for one in sittings)
    assert streak_of(newest_first).length <= len(played)
    averages_of(played)


@given(st.lists(games, max_size=20), st.sampled_from(["won", "lost", ""]))
def test_a_filter_written_to_a_url_takes_the_same_games(played: list[Played], result: str) -> None:
    wanted = filter_of({"result": result, "role": "top", "champion": "2", "since": "2026-10-20"})
    again = filter_of(dict(part.split("=") for part in wanted.url()[1:].split("&")))
    assert again == wanted
    assert narrow(played, again) == [one for one in played if wanted.takes(one)]
    assert narrow(played, Filter()) == played


def test_a_year_is_its_own_days_and_no_others() -> None:
    days = ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01")
    played = [game(started_at=datetime.fromisoformat(f"{day}T12:00+00:00")) for day in days]
    kept = narrow(played, filter_of({"since": "2025-01-01", "until": "2025-12-31"}))
    assert [f"{one.started_at:%Y-%m-%d}" for one in kept] == ["2025-01-01", "2025-12-31"]
    assert len(narrow(played, filter_of({"since": "2025-01-01"}))) == 3


def test_what_a_game_lacks_counts_in_no_average() -> None:
    mean = averages_of([game(kills=10), game(kills=None), game(kills=2), game(won=None, kills=99)])
    assert mean.kills == 6
    assert averages_of([]).ratio is None
    assert averages_of([game(duration_s=0)]).gold_per_minute is None


def test_a_break_over_an_hour_parts_sittings() -> None:
    newest_first = [game(0), game(1.4), game(3.0), game(9.0, won=False)]
    told = [(one.games, one.won, one.lost) for one in sittings_of(newest_first)]
    assert told == [(2, 2, 0), (1, 1, 0), (1, 0, 1)]


def test_a_streak_passes_over_remakes() -> None:
    assert streak_of([game(won=None), game(), game(won=None), game(), game(won=False)]).length == 2


@pytest.mark.parametrize(
    ("tier", "division", "points", "height", "words"),
    [
        ("IRON", "IV", 0, 0, "Iron IV"),
        ("GOLD", "II", 40, 1440, "Gold II"),
        ("DIAMOND", "I", 99, 2799, "Diamond I"),
        ("MASTER", "I", 312, 3112, "Master"),
        ("PAPER", "I", 1, None, "Paper I"),
    ],
)
def test_ranks_are_heights_and_words(
    tier: str, division: str, points: int, height: int | None, words: str
) -> None:
    rank = Rank("RANKED_SOLO_5x5", BEGAN, tier, division, points, 1, 1)
    assert (height_of(rank), rank_words(rank)) == (height, words)
    if height is not None:
        assert height_words(height) == words


@given(st.text(max_size=40), st.text(max_size=14))
def test_any_text_is_a_riot_id_or_none_and_its_address_leads_back(name: str, tag: str) -> None:
    found = read_riot_id(f"{name}#{tag}")
    if found is not None:
        assert read_riot_id(str(found)) == found
        assert read_slug(unquote(found.slug)) == found
    read_somebody(f"{name}/{tag}")
    read_match_id(name)


def test_capitals_and_spaces_make_no_other_riot_id() -> None:
    assert RiotId("Ada  B", "EUW").key == RiotId("adab", "euw").key


def test_match_ids_are_those_of_platforms_and_tournaments() -> None:
    assert read_match_id(" euw1_123 ") == "EUW1_123"
    assert [read_match_id(one) for one in ("XX1_5", "EUW1-5", "EUW1_", "")] == [None] * 4
    assert read_match_id("th2_77777777") == "TH2_77777777"
    assert [is_generated(one) for one in ("EUW1_999", "EUW1_1000")] == [True, False]
    somebody = read_somebody("euw/Ada#EUW")
    assert somebody is not None
    assert somebody.platform is not None
    assert somebody.platform.name == "EUW1"
    assert read_somebody("mars/Ada#EUW") is None
