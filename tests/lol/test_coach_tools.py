"""The coach's five tools: what each tells of whom, narrowed as asked, and within its cap."""

from __future__ import annotations

import csv
import io
import json
import uuid
from collections.abc import Iterator
from statistics import fmean
from typing import Any, NoReturn

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from tests.archive import OURS, done
from tests.lol.kept import ADA, bodies_of, keep
from tests.lol.real import mirrored
from tests.lol.test_coach import asked_coach, service, wants, words
from tests.lol.test_summoner_pages import ADA_ID
from tests.lol.test_summoner_pages import URL as WHO
from webapp.core.db import db
from webapp.jobs.models import JobRun
from webapp.lol.domain.acts import KINDS, acts_of, counted, curve_by_frame
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.coach import LONGEST_RESULT, TOOLS
from webapp.lol.domain.parse import parse_match
from webapp.lol.domain.winning import first_model
from webapp.lol.pages.coach import acts
from webapp.lol.pages.coach.acts import MOST_GAMES
from webapp.lol.pages.coach.tools import NOTHING, look_up
from webapp.lol.store import accounts, games
from webapp.lol.store.catalogue import forget_catalogue, save_catalogue
from webapp.matchroom import sources
from webapp.simulator.ddragon import sample_names
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.scenarios import games_of

SAMPLE = "EUW1_2"
pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def named(app: Flask) -> Iterator[None]:
    """Know the names of champions."""
    del app
    save_catalogue("16.22.1", "en_US", sample_names("en_US"))
    db.session.commit()
    forget_catalogue()
    yield
    forget_catalogue()


@pytest.fixture
def account(named: None) -> uuid.UUID:
    """Keep a summoner with eight games and their timelines."""
    del named
    for one in games_of(ADA)[:8]:
        keep(one.match_id)
    account_id = accounts.save_account("EUW1", ADA_ID, puuid_of(ADA, ""), icon=3, level=77)
    accounts.touch(account_id)
    db.session.commit()
    return account_id


def told(account: uuid.UUID, tool: str, **arguments: str) -> Any:
    """Look something up, and read it."""
    found = look_up(account, tool, arguments)
    assert len(found) <= LONGEST_RESULT
    return json.loads(found)


def recent(account: uuid.UUID, **arguments: str) -> list[Any]:
    """Look up the recent games."""
    found: list[Any] = told(account, "list_recent_matches", **arguments)
    return found


@pytest.mark.parametrize("tool", [one.name for one in TOOLS])
def test_every_tool_tells_whole_json_in_bounds(account: uuid.UUID, tool: str) -> None:
    champion = recent(account)[0]["champion"]
    needs = next(one.needs for one in TOOLS if one.name == tool)
    assert told(account, tool, **({"champion": champion} if needs else {}))


def test_recent_games_are_narrowed_to_a_champion_and_a_role(account: uuid.UUID) -> None:
    every = recent(account)
    assert [one["match_id"] for one in every] == [one.match_id for one in games_of(ADA)[:8]]
    champion = every[0]["champion"]
    on_it = recent(account, champion=champion.upper())
    assert on_it == [one for one in every if one["champion"] == champion]
    role = next(one["role"] for one in every if one["role"])
    assert recent(account, role=role) == [one for one in every if one["role"] == role]
    assert recent(account, role="bot") == recent(account, role="bottom")


def test_the_analysis_is_of_the_match_asked_for_or_the_newest_on_a_champion(
    account: uuid.UUID,
) -> None:
    every = recent(account)
    for one in every[:3]:
        found = told(account, "get_latest_analysis", match=one["match_id"].lower())
        assert found["match"]["match_id"] == one["match_id"]
    other = next(one for one in every if one["champion"] != every[0]["champion"])
    found = told(account, "get_latest_analysis", champion=other["champion"])
    assert found["match"]["champion"] == other["champion"]
    assert found["findings"]
    assert all(one["worth"] for one in found["findings"])
    keep(SAMPLE)
    assert look_up(account, "get_latest_analysis", {"match": SAMPLE}) == NOTHING


def test_a_game_without_a_timeline_gives_way_to_one_that_was_analysed(account: uuid.UUID) -> None:
    newest = games_of(ADA)[0].match_id
    db.session.execute(text("DELETE FROM lol_match WHERE match_id = :id"), {"id": newest})
    db.session.commit()
    keep(newest, timeline=False)
    assert recent(account)[0]["match_id"] == newest
    assert told(account, "get_latest_analysis")["findings"]


def test_the_profile_is_of_the_role_asked_for(account: uuid.UUID) -> None:
    role = recent(account)[0]["role"].lower()
    found = told(account, "get_player_profile", role=role)
    assert found["role"] == role
    assert len(found["axes"]) == 8
    assert sum(one["games"] for one in found["champions"]) == len(recent(account, role=role))


def lines(client: FlaskClient, match_id: str, table: str) -> list[dict[str, str]]:
    """Read a table of a match as it is taken away."""
    answer = client.get(f"/lol/matches/{match_id}/tables/{table}.csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def by_hand(client: FlaskClient, match_id: str, puuid: str) -> tuple[list[float], int]:
    """Give the swings of a player's deaths, and their kills and assists, from the bodies."""
    match, timeline = (json.loads(one or b"{}") for one in bodies_of(match_id))
    own = next(one for one in match["info"]["participants"] if one["puuid"] == puuid)
    frames = timeline["info"]["frames"]
    ends = [one["timestamp"] for one in frames]
    chances = [float(one["chance_a"]) for one in lines(client, match_id, "chances")]
    kills = [one for frame in frames for one in frame["events"] if one["type"] == "CHAMPION_KILL"]
    swings = []
    for one in kills:
        if one["victimId"] == own["participantId"]:
            after = next(number for number, at in enumerate(ends) if at >= one["timestamp"])
            change = 100 * (chances[after] - chances[after - 1])
            swings.append(change if own["teamId"] == 100 else -change)
    return swings, own["kills"] + own["assists"]


def test_actions_are_counted_with_the_swing_for_the_players_own_side(
    client: FlaskClient, account: uuid.UUID
) -> None:
    found = told(account, "get_action_stats")
    played = [
        one
        for one in games.load_games(account)
        if one.role == found["role"] and one.won is not None
    ]
    told_of = [by_hand(client, one.match_id, puuid_of(ADA, "")) for one in played]
    assert found["games"] == len(told_of) > 2
    assert {one.side for one in played} == {"a", "b"}
    actions = {one["action"]: one["own"] for one in found["actions"]}
    swings = [one for deaths, _ in told_of for one in deaths]
    assert actions["death"]["times"] == len(swings)
    assert actions["death"]["swing"] == pytest.approx(fmean(swings), abs=0.11)
    assert actions["kill"]["times"] == sum(kills for _, kills in told_of)
    assert found["games_the_model_knows"] == first_model().matches
    assert "proves no cause" in found["about"]


def test_others_are_of_the_same_role_or_champion_and_never_the_summoner(
    account: uuid.UUID,
) -> None:
    of_role = told(account, "get_action_stats")
    theirs = games.games_in(of_role["role"], but=account, limit=100)
    assert of_role["games_of_others"] == min(MOST_GAMES, len(theirs)) > 0
    assert {one.role for one in theirs} == {of_role["role"]}
    own = {(one.match_id, one.side) for one in games.load_games(account)}
    assert not own & {(one.match_id, one.side) for one in theirs}
    assert all(one["others"]["times"] for one in of_role["actions"] if one["action"] == "death")
    champion = recent(account)[0]["champion"]
    on_it = told(account, "get_action_stats", champion=champion)
    assert on_it["champion_only"]
    assert on_it["games"] <= len(recent(account, champion=champion))


def test_a_swing_for_red_is_that_for_blue_turned_round() -> None:
    match, timeline = bodies_of(SAMPLE)
    assert timeline
    ours = analyse(parse_match(match, timeline))
    theirs = analyse(mirrored(json.loads(match), json.loads(timeline)))
    weights = first_model().weights
    for row in ours.scoreboard.rows:
        other = {"a": "b", "b": "a"}[row.side or ""]
        own, turned = (
            acts_of(row.slot, side, one.events, one.objectives, curve_by_frame(weights, one.known))
            for one, side in ((ours, row.side or ""), (theirs, other))
        )
        assert [one.kind for one in own] == [one.kind for one in turned]
        assert own
        assert {one.kind for one in own} <= set(KINDS)
        assert [one.swing for one in own] == pytest.approx([one.swing for one in turned])
    assert counted([]) == {}


def test_what_is_kept_in_an_older_form_is_passed_over(
    account: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(*_: object) -> NoReturn:
        raise msgspec.ValidationError("a field is missing")

    monkeypatch.setattr(acts, "load_slices", older)
    monkeypatch.setattr(sources, "load_slices", older)
    assert look_up(account, "get_match_analysis", {}) == NOTHING
    assert told(account, "get_action_stats")["games"] == 0


def test_what_makes_no_sense_in_arguments_is_as_good_as_none(
    app: Flask, client: FlaskClient, account: uuid.UUID
) -> None:
    arguments = json.dumps({"champion": None, "role": 7, "match": ["x"]})

    def says(body: dict[str, Any]) -> tuple[str, list[dict[str, Any] | str]]:
        if any(one["role"] == "tool" for one in body["messages"]):
            return "200 OK", words("Well played.")
        return "200 OK", wants(("list_recent_matches", arguments))

    with service(app, says) as asked:
        assert asked_coach(client, f"{WHO}/coach")[1] == "done"
    said = next(one for one in asked[-1]["messages"] if one["role"] == "tool")
    assert json.loads(said["content"]) == recent(account)
    schemas = {one["function"]["name"]: one["function"]["parameters"] for one in asked[0]["tools"]}
    assert schemas["get_champion_insights"]["required"] == ["champion"]
    assert set(schemas["get_action_stats"]["properties"]) == {"champion", "role"}


def test_a_question_may_be_about_one_champion(
    app: Flask, client: FlaskClient, account: uuid.UUID
) -> None:
    champion = recent(account)[0]["champion"]
    with service(app, lambda _: ("200 OK", words("Well played."))) as asked:
        assert f"<option>{champion}</option>" in client.get(f"{WHO}/coach").text
        form = {"question": "How do I do?", "champion_focus": "Nobody at all"}
        unknown = client.post(f"{WHO}/coach", data=form, headers=OURS)
        assert unknown.status_code == 409
        assert "no champion of that name" in unknown.text
        form["champion_focus"] = champion.upper()
        url = client.post(f"{WHO}/coach", data=form, headers=OURS).headers["Location"]
        assert f"About {champion}." in client.get(url).text
        run = db.session.query(JobRun).filter_by(kind="lol.coach", state="queued").one()
        assert done(run.id).state == "done"
    assert asked[0]["messages"][-1]["content"] == f"About {champion}: How do I do?"
