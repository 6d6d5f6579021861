"""The eight axes of a profile: percentiles that hold, whose games count, and the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.changed import replace
from tests.lol.kept import ADA, keep
from tests.lol.test_summoner_pages import ADA_ID, PART, URL, known
from tests.questions import questions
from webapp.core.db import db
from webapp.lol.domain import profile
from webapp.lol.domain.played import Played
from webapp.lol.domain.profile import AXES, Measured, percentile_of
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.domain.terms import TERMS
from webapp.lol.models import LolMatch, LolPlayer
from webapp.lol.pages import summoner
from webapp.lol.store import accounts, profiles
from webapp.simulator.riot.scenarios import games_of

FIGURES = st.lists(st.integers(0, 30), max_size=40)
PROFILE = URL + "/profile"
GAME = Played(
    "EUW1_1", datetime(2026, 1, 1, tzinfo=UTC), 1800, 420, "CLASSIC", "rift", "16.4", 1, "Annie",
    "a", "middle", True, None, 5, 4, 6, 12000, 200, 20000, 20,
)  # fmt: skip


def among(own: float | None, others: list[int]) -> Measured:
    """Compare a figure with others', as the store does."""
    below = sum(own is not None and one < own for one in others)
    return Measured(own, None, len(others), below, sum(one == own for one in others))


@given(st.integers(-1, 31), FIGURES)
def test_a_percentile_is_bounded_mirrored_and_missing_only_among_nobody(
    own: int, others: list[int]
) -> None:
    more = percentile_of(among(own, others))
    fewer = percentile_of(among(own, others), fewer=True)
    assert (more is None) == (not others)
    if more is not None and fewer is not None:
        assert 0 <= more <= 100
        assert abs(more + fewer - 100) <= 1
        negated = percentile_of(among(-own, [-one for one in others]))
        assert negated == fewer


@given(st.integers(0, 30), FIGURES.filter(bool))
def test_a_better_figure_never_stands_lower(own: int, others: list[int]) -> None:
    here, there = percentile_of(among(own, others)), percentile_of(among(own + 1, others))
    assert here is not None
    assert there is not None
    assert here <= there


def test_the_ends_and_the_middle_are_where_a_reader_expects_them() -> None:
    assert percentile_of(among(9, [1, 2, 3])) == 100
    assert percentile_of(among(9, [1, 2, 3]), fewer=True) == 0
    assert percentile_of(among(2, [2, 2])) == 50
    assert percentile_of(among(None, [1, 2])) is None


def test_remakes_odd_modes_and_other_roles_count_in_no_profile() -> None:
    odd = [replace(GAME, won=None), replace(GAME, layout="arena"), replace(GAME, role="top")]
    assert profile.counting([GAME, *odd], "middle") == [GAME]
    assert profile.counting([GAME], None) == []


def test_the_main_role_is_the_one_played_most_where_games_count() -> None:
    top, remake = replace(GAME, role="top"), replace(GAME, role="jungle", won=None)
    assert profile.main_role([remake, remake, remake, top, GAME, GAME]) == "middle"
    assert profile.main_role([top, GAME]) == "top"
    assert profile.main_role([remake]) is None


def test_a_small_number_of_others_is_said() -> None:
    assert profile.among_said(0) == "nobody to compare with"
    assert profile.among_said(1) == "1 other, too few to rely on"
    assert profile.among_said(1_200) == "1,200 others"


def test_every_axis_is_defined() -> None:
    assert {f"profile-{axis.key}" for axis in AXES} <= TERMS.keys()
    assert len(AXES) == 8


def test_the_page_answers_whole_in_part_as_json_and_csv(client: FlaskClient) -> None:
    known(12)
    whole, part = client.get(PROFILE), client.get(PROFILE, headers=PART)
    assert "the role played most" in whole.text
    assert len(part.data) < len(whole.data)
    told = client.get(PROFILE + ".json").json
    assert told
    axes = told["profile"]["axes"]
    assert [one["key"] for one in axes] == [axis.key for axis in AXES]
    assert all(one["percentile"] is None or 0 <= one["percentile"] <= 100 for one in axes)
    rows = client.get(URL + "/tables/profile.csv").text.splitlines()
    assert len(rows) == 9
    assert rows[1].startswith(f"fighting,{told['profile']['role']},{told['profile']['games']},")


def test_figures_and_places_are_those_of_the_rows(client: FlaskClient) -> None:
    del client
    known(8)
    found = summoner.profile_page(ADA_ID, None, Filter()).profile
    rows = [
        (player, match)
        for player, match in db.session.execute(
            select(LolPlayer, LolMatch).join(LolMatch, LolMatch.match_id == LolPlayer.match_id)
        )
        if player.role == found.role and player.won is not None and match.layout == "rift"
    ]
    paces: dict[str, list[float]] = {}
    for player, match in rows:
        assert player.puuid
        assert player.damage is not None
        paces.setdefault(player.puuid, []).append(player.damage * 60 / match.duration_s)
    means = {puuid: sum(pace) / len(pace) for puuid, pace in paces.items()}
    account = accounts.load_account(ADA_ID)
    assert account
    own = means.pop(account.puuid)
    line = found.axes[0]
    assert (line.own, line.players) == (round(own), len(means))
    ahead = sum(mean < own for mean in means.values())
    assert line.percentile == round(100 * ahead / len(means))
    assert found.games == len(paces[account.puuid])


def test_filters_narrow_the_games_and_those_compared_with(client: FlaskClient) -> None:
    known(12)
    everything = client.get(PROFILE + ".json").json["profile"]  # type: ignore[index]
    won = client.get(PROFILE + ".json?result=won").json["profile"]  # type: ignore[index]
    assert won["games"] < everything["games"]
    assert won["players"] < everything["players"]
    none = client.get(PROFILE + ".json?until=0001-01-01&since=9999-12-31").json["profile"]  # type: ignore[index]
    assert (none["role"], none["axes"]) == (None, [])
    role = next(one for one in ("top", "jungle") if one != everything["role"])
    assert client.get(f"{PROFILE}.json?role={role}").json["profile"]["role"] == role  # type: ignore[index]
    assert client.get(f"{PROFILE}?role={role}").status_code == 200


def test_samples_and_uploads_are_compared_with_nobody(client: FlaskClient) -> None:
    del client
    known(3)
    account = accounts.load_account(ADA_ID)
    assert account
    account_id = account.id
    before = profiles.compare(account_id, "middle", {}, Filter())
    assert before.players > 0
    keep(games_of(ADA)[20].match_id, "upload", timeline=False)
    assert profiles.compare(account_id, "middle", {}, Filter()) == before


def test_figures_nobody_recorded_are_dashes(client: FlaskClient) -> None:
    known(2)
    db.session.execute(LolPlayer.__table__.update().values(vision=None))
    db.session.commit()
    axes = client.get(PROFILE + ".json").json["profile"]["axes"]  # type: ignore[index]
    vision, versatility = axes[2], axes[7]
    assert (vision["percentile"], vision["own"], vision["missing"]) == (None, None, "not recorded")
    assert versatility["missing"] == "needs 5 games"
    assert "nobody to compare with" in client.get(PROFILE).text


def test_without_games_the_page_says_so(client: FlaskClient) -> None:
    known(0)
    assert "No game tells a role" in client.get(PROFILE).text


@pytest.mark.parametrize("games", [2, 8])
def test_the_page_asks_the_database_six_times(client: FlaskClient, games: int) -> None:
    known(games)
    client.get(PROFILE)
    with questions() as asked:
        assert client.get(PROFILE).status_code == 200
    assert len(asked) <= 6, "\n".join(asked)
