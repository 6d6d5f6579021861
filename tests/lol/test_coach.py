"""The coach: what may be looked up, what an answer is checked by, and a service that misbehaves."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.archive import OURS, done
from tests.lol.test_summoner_pages import ADA_ID, known
from tests.lol.test_summoner_pages import URL as WHO
from webapp.core import talking
from webapp.core.db import db
from webapp.core.settings import EXTENSION
from webapp.jobs.models import JobRun
from webapp.lol.domain.catalogue import Catalogue, Champion
from webapp.lol.domain.coach import LONGEST_RESULT, MOST_ROUNDS, TOOLS, unproved
from webapp.lol.pages.coach import tools
from webapp.lol.pages.coach.tools import look_up
from webapp.lol.store import accounts, games, talks
from webapp.lol.store.catalogue import load_catalogue
from webapp.simulator.server import running_simulator
from worker.queues import SECONDS

Says = Callable[[dict[str, Any]], tuple[str, list[dict[str, Any] | str]]]


def words(*said: str) -> list[dict[str, Any] | str]:
    return [{"choices": [{"delta": {"content": one}}]} for one in said]


def wants(*calls: tuple[str, str]) -> list[dict[str, Any] | str]:
    """Ask for tools as the wire does it: a name first, then the arguments piece by piece."""
    events: list[dict[str, Any] | str] = []
    for index, (name, arguments) in enumerate(calls):
        head = {"index": index, "id": f"call-{index}", "function": {"name": name}}
        events.append({"choices": [{"delta": {"tool_calls": [head]}}]})
        for piece in (arguments[:3], arguments[3:]):
            part = {"index": index, "function": {"arguments": piece}}
            events.append({"choices": [{"delta": {"tool_calls": [part]}}]})
    return events


@contextmanager
def service(app: Flask, says: Says) -> Iterator[list[dict[str, Any]]]:
    """Run a stand-in that talks; gives what it was asked."""
    asked: list[dict[str, Any]] = []

    def wsgi(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        asked.append(json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        status, events = says(asked[-1])
        lines = [one if isinstance(one, str) else json.dumps(one) for one in events]
        body = "".join(f"data: {line}\n\n" for line in [*lines, "[DONE]"]).encode()
        start_response(status, [("Content-Type", "text/event-stream")])
        return [body]

    before = app.extensions[EXTENSION]
    with running_simulator(app=wsgi) as running, pytest.MonkeyPatch.context() as patches:
        patches.setattr(talking, "PATIENCE_S", 2.0)
        app.extensions[EXTENSION] = replace(
            before, llm_base_url=f"{running.url}/v1", llm_api_key="a key", llm_model="a-model"
        )
        try:
            yield asked
        finally:
            app.extensions[EXTENSION] = before


@pytest.fixture
def account(app: Flask) -> Any:
    """Give a summoner with games kept here."""
    del app
    known(3)
    return accounts.load_account(ADA_ID)


def asked_coach(client: FlaskClient, path: str, question: str = "How do I do?") -> tuple[str, str]:
    """Ask; gives the address of the talk and how the work ended."""
    answer = client.post(path, data={"question": question}, headers=OURS)
    assert answer.status_code == 303, answer.text
    run = db.session.query(JobRun).filter_by(kind="lol.coach", state="queued").one()
    return answer.headers["Location"], done(run.id).state


def looking_up(body: dict[str, Any]) -> tuple[str, list[dict[str, Any] | str]]:
    told = [one for one in body["messages"] if one["role"] == "tool"]
    if not told:
        return "200 OK", wants(("list_recent_matches", "{}"), ("get_action_stats", "{}"))
    games = json.loads(told[1]["content"])["games_kept"]
    return "200 OK", words(f"In {games} games ", "you did well; 98,765 ", "gold is a lie.")


@pytest.mark.usefixtures("account")
def test_the_coach_looks_things_up_and_unproved_numbers_are_marked(
    app: Flask, client: FlaskClient
) -> None:
    with service(app, looking_up) as asked:
        assert "coach" in client.get(f"{WHO}.json").text
        url, state = asked_coach(client, f"{WHO}/coach")
        assert state == "done"
        reader, coach = client.get(f"{url}.json").json["turns"]
    said = {"reader": True, "text": "How do I do?", "looked": [], "unproved": [], "focus": ""}
    assert reader == said
    assert coach["looked"] == ["the recent games", "the actions"]
    assert coach["unproved"] == ["98,765"]
    assert [len(one["messages"]) for one in asked] == [2, 5]
    assert {one["function"]["name"] for one in asked[0]["tools"]} == {one.name for one in TOOLS}
    assert asked[0]["stream"] is True
    page = client.get(url)
    assert "private" in page.headers["Cache-Control"]


@pytest.mark.usefixtures("account")
def test_what_a_lost_worker_wrote_is_written_anew(app: Flask, client: FlaskClient) -> None:
    with service(app, looking_up):
        answer = client.post(f"{WHO}/coach", data={"question": "How do I do?"}, headers=OURS)
        run = db.session.query(JobRun).filter_by(kind="lol.coach").one().id
        talk = talks.load_talk(uuid.UUID(answer.headers["Location"].rpartition("/")[2]))
        assert talk is not None
        talks.save_turns(talk.id, (*talk.turns, talks.Turn(False, "In 3 ga", ("the profile",))))
        db.session.commit()
        assert done(run).state == "done"
        turns = client.get(f"{answer.headers['Location']}.json").json["turns"]
    assert [one["reader"] for one in turns] == [True, False]
    assert turns[1]["text"].endswith("gold is a lie.")
    assert turns[1]["looked"] == ["the recent games", "the actions"]


def test_the_coach_has_time_for_all_it_may_ask() -> None:
    assert SECONDS["lol.coach"] > (MOST_ROUNDS + 1) * talking.PATIENCE_S


@pytest.mark.usefixtures("account")
def test_it_may_look_things_up_three_times_and_then_must_answer(
    app: Flask, client: FlaskClient
) -> None:
    def greedy(body: dict[str, Any]) -> tuple[str, list[dict[str, Any] | str]]:
        if "tools" in body:
            return "200 OK", wants(*[("get_player_profile", "{}")] * 4)
        return "200 OK", words("Enough.")

    with service(app, greedy) as asked:
        url, state = asked_coach(client, f"{WHO}/coach")
        assert (state, client.get(f"{url}.json").json["turns"][-1]["text"]) == ("done", "Enough.")
    assert len(asked) == 4
    assert sum(one["role"] == "tool" for one in asked[-1]["messages"]) == 6


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        (lambda _: ("401 Unauthorized", []), "does not show"),
        (lambda _: ("500 Internal Server Error", []), "fault of its own"),
        (lambda _: ("429 Too Many Requests", []), "slow down"),
        (lambda _: ("200 OK", ["{no json"]), "form we did not ask for"),
        (lambda _: ("200 OK", []), "said nothing"),
        (lambda _: ("200 OK", words(*["x" * 60_000] * 20)), "far more"),
    ],
)
def test_a_service_that_fails_leaves_the_question_and_says_why(
    app: Flask, client: FlaskClient, says: Says, sentence: str
) -> None:
    with service(app, says):
        url, state = asked_coach(client, f"{WHO}/coach")
        assert state == "failed"
        assert sentence in db.session.query(JobRun).filter_by(kind="lol.coach").one().sentence
        turns = client.get(f"{url}.json").json["turns"]
        assert turns[0]["text"] == "How do I do?"
        assert "No answer came" in client.get(url).text or len(turns) > 1
        assert asked_coach(client, url)[1] == "failed"


@pytest.mark.usefixtures("account")
def test_what_it_says_is_text_and_nothing_else(app: Flask, client: FlaskClient) -> None:
    nasty = "<script>alert(1)</script>\x00 [x](javascript:1)"
    with service(app, lambda _: ("200 OK", words(nasty))):
        url, _ = asked_coach(client, f"{WHO}/coach", "<img src=x onerror=1>")
        page = client.get(url).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.usefixtures("account")
def test_questions_have_caps(app: Flask, client: FlaskClient) -> None:
    for question in ("", "   ", "x" * 1_001):
        form = {"question": question}
        with service(app, looking_up):
            assert client.post(f"{WHO}/coach", data=form, headers=OURS).status_code == 400
    with service(app, looking_up):
        answer = client.post(f"{WHO}/coach", data={"question": "Well?"}, headers=OURS)
        url = answer.headers["Location"]
        assert client.post(url, data={"question": "And?"}, headers=OURS).status_code == 409
        assert "The coach is on it" in client.get(url).text


@pytest.mark.usefixtures("account")
def test_without_a_service_there_is_no_coach(client: FlaskClient) -> None:
    assert "/coach" not in client.get(WHO).text
    assert "There is no coach here" in client.get(f"{WHO}/coach").text
    form = {"question": "Well?"}
    assert client.post(f"{WHO}/coach", data=form, headers=OURS).status_code == 409


@pytest.mark.parametrize("tool", [one.name for one in TOOLS])
def test_every_tool_tells_something_in_bounds(account: Any, tool: str) -> None:
    champion = load_catalogue().champion(games.load_games(account.id)[0].champion_id).name
    found = look_up(account.id, tool, {"champion": champion})
    assert 20 < len(found) <= LONGEST_RESULT
    assert "puuid" not in found


def test_what_others_do_on_a_champion_is_without_ones_own_games(
    account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = games.load_games(account.id)
    named = {one.champion_id: f"Champion {one.champion_id}" for one in mine}
    known = {one: Champion(one, name, "AA") for one, name in named.items()}
    monkeypatch.setattr(tools, "load_catalogue", lambda: Catalogue("t", champions=known))
    for champion_id, name in named.items():
        own = sum(one.champion_id == champion_id for one in mine)
        others = games.games_on(champion_id, but=account.id)
        assert len(others) == len(games.games_on(champion_id)) - own
        assert not {(one.match_id, one.kills) for one in others} & {
            (one.match_id, one.kills) for one in mine if one.champion_id == champion_id
        }
        told = look_up(account.id, "get_champion_insights", {"champion": name})
        assert f'"games":{len(others)},' in told or not others


def test_a_tool_there_is_not_tells_nothing(account: Any) -> None:
    nothing = "Nothing is kept here for that."
    assert look_up(account.id, "rm -rf", {}) == nothing
    assert look_up(account.id, "get_champion_insights", {}) == nothing
    for tool in TOOLS:
        for argument in tool.arguments:
            assert look_up(account.id, tool.name, {argument[0]: "'; --"}) == nothing


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("You won 54 % of 13 games.", ()),
        ("You won 55 % of 13 games.", ("55%",)),
        ("6.3 a minute, or 6.26.", ()),
        ("9,600 gold.", ()),
        ("9600 gold, and two things first.", ()),
        ("At 12:34.", ()),
        ("At 12:35.", ("12:35",)),
    ],
)
def test_numbers_are_proved_by_what_was_looked_up(answer: str, found: tuple[str, ...]) -> None:
    sources = ['{"won": 54, "n": 13, "cs": 6.26, "gold": 9600, "at": "12:34"}', "9,600 gold?"]
    assert unproved(answer, sources) == found
