"""Findings in other words: what may stand, what a lying service does, what the page shows."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests.archive import OURS, asked_run, done
from tests.deadlock.kept import PATH, keep, queries
from webapp.config import BadSetting, load_settings
from webapp.core import wording as upstream
from webapp.core.db import db
from webapp.core.settings import EXTENSION
from webapp.deadlock.models import DeadlockWording
from webapp.deadlock.pages.findings.words import LANES
from webapp.deadlock.store.wordings import WORDINGS
from webapp.jobs.models import JobRun
from webapp.matchplay.findings import wording
from webapp.matchplay.findings.spoken import numbers_of
from webapp.matchplay.findings.wording import Facts
from webapp.matchroom.wording import save_wording
from webapp.simulator.server import running_simulator

HEROES = ("Mirage", "Haze", "Seven", "Lady Geist", "Mo & Krill", "Warden", "Yamato", "Calico")
DIED = Facts(
    "Mirage died 4 times between 12:50 and 17:30 and was away for 1:37.",
    "That paid The Archmother about 4,673 souls in kills and assists.",
)
SIDES = ("The Hidden King", "The Archmother")
FIGHT = Facts(
    "The Archmother won a fight in the middle of the yellow lane by 4 kills to 1, and 2 Shrines "
    "fell by 34:39.",
    "4 fought 5. Lady Geist, Warden and Calico fell; the longest was away for 73 s.",
)


def objection(text: str, facts: Facts, heroes: Sequence[str]) -> str | None:
    return wording.objection(text, facts, (*heroes, *SIDES), LANES)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (DIED, DIED.sentence),
        (FIGHT, FIGHT.sentence),
        (DIED, "Between 12:50 and 17:30, Mirage died four times and was away for 1:37."),
        (DIED, "Mirage died 4 times between 12:50 and 17:30: 1:37 spent away."),
        (
            FIGHT,
            (
                "In the middle of the yellow lane The Archmother won a fight by four kills to one, "
                "and 2 Shrines had fallen by 34:39."
            ),
        ),
    ],
)
def test_other_words_for_the_same_facts_may_stand(facts: Facts, text: str) -> None:
    assert objection(text, facts, HEROES) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mirage died 5 times between 12:50 and 17:30 and was away for 1:37.", "number"),
        ("Mirage died 4 times between 12:51 and 17:30 and was away for 1:37.", "number"),
        ("Mirage died 4 times between 17:30 and 12:50 and was away for 1:37.", "number"),
        ("Mirage died 4 times between 12:50 and 17:30 and was away for 1:37, or 97 s.", "number"),
        ("Mirage died 4 times, 9 % of them, between 12:50 and 17:30, away for 1:37.", "number"),
        ("Mirage died 4 times, nine per cent, between 12:50 and 17:30, 1:37 away.", "number"),
        ("Mirage died 4% between 12:50 and 17:30 and was away for 1:37.", "number"),
        ("Mirage died twenty-four times between 12:50 and 17:30, away for 1:37.", "number"),
        ("Mirage died four hundred times between 12:50 and 17:30, away for 1:37.", "number"),
        ("Mirage died 4k times between 12:50 and 17:30 and was away for 1:37.", "number"),
        ("Mirage died 4 times between 12:50 and 17:30, away for 1:37, twice as long.", "number"),
        ("Mirage died 4 times between 12:50 and 17:30, half of it away, 1:37.", "number"),
        ("Mirage died 4 times between 12:50 and 17:30, a dozen more, away 1:37.", "number"),
        ("Mirage died ٤ times between 12:50 and 17:30 and was away for 1:37.", "signs"),
        ("Mirage died ４ times, ５ in fact, between 12:50 and 17:30, away for 1:37.", "number"),
        ("Mirage died 4 times between 12:50 and 17:30 and was away for 1:37½.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30.", "leaves out a number"),
        ("Mirage died often between 12:50 and 17:30 and was away for 1:37.", "leaves out a num"),
        ("Haze died 4 times between 12:50 and 17:30 and was away for 1:37.", "names somebody"),
        ("haze died 4 times between 12:50 and 17:30 and was away for 1:37.", "names somebody"),
        ("Mirage and lady geist died 4 times between 12:50 and 17:30, away 1:37.", "names some"),
        ("Mirage died 4 times between 12:50 and 17:30 to Bebop, away for 1:37.", "name"),
        ("The Hidden King saw Mirage die 4 times between 12:50 and 17:30, 1:37.", "names some"),
        ("They died 4 times between 12:50 and 17:30 and were away for 1:37.", "leaves out a name"),
        ("Мirage died 4 times between 12:50 and 17:30 and was away for 1:37.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30 in the blue lane, away 1:37.", "own about"),
        ("Mirage never died 4 times between 12:50 and 17:30, away for 1:37.", "own about"),
        ("Mirage didn't die 4 times between 12:50 and 17:30, away for 1:37.", "denies"),
        ("Mirage died 4 times between 12:50 and 17:30 and won, away for 1:37.", "own about"),
        ("Because Mirage died 4 times between 12:50 and 17:30, away 1:37.", "not in the facts"),
        ("Mirage died 4 times between 12:50 and 17:30, <b>away</b> for 1:37.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30 [x](y), away for 1:37.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30\nand was away for 1:37.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30\u202e, away for 1:37.", "signs"),
        ("Mirage died 4 times between 12:50 and 17:30 and was away for 1:37", "sentence"),
        (" Mirage died 4 times between 12:50 and 17:30 and was away for 1:37.", "sentence"),
        ("", "sentence"),
        (f"Mirage died 4 times between 12:50 and 17:30{', oh' * 40}, away for 1:37.", "long"),
    ],
)
def test_a_lie_about_a_death_is_refused(text: str, why: str) -> None:
    assert why in (objection(text, DIED, HEROES) or "")


@pytest.mark.parametrize(
    "text",
    [
        FIGHT.sentence.replace("4 kills to 1", "1 kill to 4"),
        FIGHT.sentence.replace("yellow", "green"),
        FIGHT.sentence.replace("Shrines", "Walkers"),
        FIGHT.sentence.replace("won", "lost"),
        FIGHT.sentence.replace("The Archmother", "The Hidden King"),
        FIGHT.sentence.replace("middle", "base"),
        FIGHT.sentence.replace("fell by 34:39", "fell by 34:39, to 73 % cheers"),
    ],
)
def test_a_lie_about_a_fight_is_refused(text: str) -> None:
    assert objection(text, FIGHT, HEROES)


@given(extra=st.integers(0, 99_999))
def test_no_number_of_its_own_ever_stands(extra: int) -> None:
    text = DIED.sentence.replace("was away", f"was {extra} away")
    if str(extra) not in numbers_of(f"{DIED.sentence} {DIED.detail}"):
        assert objection(text, DIED, HEROES)


def test_numbers_are_read_however_they_are_written() -> None:
    text = "Twenty-one of 9,600 at 12:34, 54 % or 54%, seven, twice, a pair, 10k, 1.5."
    assert numbers_of(text) == [
        *("21", "9,600", "12:34", "54%", "54%", "7", "twice", "pair", "10k", "1.5")
    ]


def chat(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def each(change: Callable[[str], str]) -> Callable[[list[str]], tuple[str, bytes]]:
    """Answer as the service should, every sentence changed."""
    return lambda given: (
        "200 OK",
        chat(json.dumps({"sentences": [change(one) for one in given]})),
    )


def plain(status: str, body: bytes) -> Callable[[list[str]], tuple[str, bytes]]:
    return lambda _given: (status, body)


def slowly(_given: list[str]) -> tuple[str, bytes]:
    time.sleep(1.5)
    return "200 OK", b"{}"


@contextmanager
def service(app: Flask, says: Callable[[list[str]], tuple[str, bytes]]) -> Iterator[list[Any]]:
    """Run a stand-in that rewords; gives what it was asked."""
    asked: list[Any] = []

    def wsgi(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        asked.append((environ["PATH_INFO"], environ.get("HTTP_AUTHORIZATION"), body))
        given = [one["sentence"] for one in json.loads(body["messages"][1]["content"])]
        status, reply = says(given)
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(reply)))]
        start_response(status, headers)
        return [reply]

    before = app.extensions[EXTENSION]
    with running_simulator(app=wsgi) as running, pytest.MonkeyPatch.context() as patches:
        patches.setattr(upstream, "PATIENCE_S", 1.0)
        app.extensions[EXTENSION] = replace(
            before, llm_base_url=f"{running.url}/v1", llm_api_key="a key", llm_model="a-model"
        )
        try:
            yield asked
        finally:
            app.extensions[EXTENSION] = before


def reworded(client: FlaskClient) -> JobRun:
    """Press the button and do the work."""
    return reworded_at(client, PATH)


def reworded_at(client: FlaskClient, path: str) -> JobRun:
    """Press the button of any match's page and do the work."""
    return done(asked_run(client, f"{path}/wording"))


def swapped(sentence: str) -> str:
    """Say the same with another first word where that is easy."""
    return sentence.replace(" died ", " fell ").replace(" won ", " took and won ")


def test_an_honest_service_is_believed_and_the_original_stays_at_hand(
    app: Flask, client: FlaskClient
) -> None:
    keep()
    before = client.get(f"{PATH}/findings.json").json["cards"]
    with service(app, each(swapped)) as asked:
        assert "Put it in other words" in client.get(f"{PATH}/findings").text
        assert reworded(client).state == "done"
        page = client.get(f"{PATH}/findings")
        after = client.get(f"{PATH}/findings.json").json["cards"]
        assert "Put it in other words" not in page.text
        assert "Reworded" in client.get(PATH).text
    (path, key, body), *more = asked
    assert (path, key, more) == ("/v1/chat/completions", "Bearer a key", [])
    assert body["model"] == "a-model"
    changed = [one for one in before if swapped(one["sentence"]) != one["sentence"]]
    assert changed
    for old, new in zip(before, after, strict=True):
        assert new["sentence"] == swapped(old["sentence"])
        assert new["original"] == (old["sentence"] if old in changed else "")
        assert old["detail"] == new["detail"]
    assert "Reworded" not in client.get(f"{PATH}/findings").text


@pytest.mark.parametrize(
    "lie",
    [
        lambda one: one.replace(".", ", 97 more."),
        lambda one: one.replace("1", "7"),
        lambda one: f"<script>{one}</script>",
        lambda one: one.replace("The ", "Abrams "),
        lambda _one: "Everything was won by Haze.",
        lambda one: one + " " * 5_000,
    ],
)
def test_a_lying_service_changes_nothing(
    app: Flask, client: FlaskClient, lie: Callable[[str], str]
) -> None:
    keep()
    before = client.get(f"{PATH}/findings.json").json["cards"]
    with service(app, each(lie)):
        assert reworded(client).state == "done"
        after = client.get(f"{PATH}/findings.json").json["cards"]
        changed = [one for one in after if one["original"]]
    assert any(lie(one["sentence"]) != one["sentence"] for one in before)
    assert [one["sentence"] for one in after] == [one["sentence"] for one in before]
    assert not changed


@pytest.mark.parametrize(
    ("says", "state", "sentence"),
    [
        (plain("200 OK", b"<html>hello</html>"), "failed", "web page"),
        (plain("200 OK", chat("no JSON at all")), "failed", "form we did not ask for"),
        (plain("200 OK", b'{"choices": []}'), "failed", "form we did not ask for"),
        (plain("200 OK", chat('{"sentences": ["Only one."]}')), "failed", "another number"),
        (plain("200 OK", chat("x" * 400_000)), "failed", "far more"),
        (plain("401 Unauthorized", b"{}"), "failed", "does not show"),
        (plain("500 Internal Server Error", b"{}"), "waiting", "fault of its own"),
        (plain("429 Too Many Requests", b"{}"), "waiting", "slow down"),
        (slowly, "waiting", "in time"),
    ],
)
def test_a_broken_service_ends_in_a_sentence_and_the_findings_stay(
    app: Flask,
    client: FlaskClient,
    says: Callable[[list[str]], tuple[str, bytes]],
    state: str,
    sentence: str,
) -> None:
    keep()
    with service(app, says):
        run = reworded(client)
        assert (run.state, sentence in run.sentence) == (state, True), run.sentence
        assert client.get(f"{PATH}/findings").status_code == 200
    db.session.rollback()
    assert db.session.scalar(select(DeadlockWording)) is None


def test_words_for_other_facts_are_not_shown(app: Flask, client: FlaskClient) -> None:
    keep()
    with service(app, each(swapped)):
        save_wording(WORDINGS, 5001, "other facts", ("Said otherwise.",))
        db.session.commit()
        assert "Said otherwise" not in client.get(f"{PATH}/findings").text


def test_nobody_is_asked_where_no_service_is_set(client: FlaskClient) -> None:
    keep()
    assert "Put it in other words" not in client.get(f"{PATH}/findings").text
    assert client.post(f"{PATH}/wording", headers=OURS).status_code == 404
    assert client.post("/deadlock/matches/999999/wording", headers=OURS).status_code == 404
    assert db.session.scalar(select(JobRun).where(JobRun.kind == "deadlock.wording")) is None


def test_a_kept_match_is_put_in_other_words_by_itself(app: Flask, client: FlaskClient) -> None:
    with service(app, each(swapped)):
        done(asked_run(client, f"{PATH}/analysis"))
        run_id: uuid.UUID = db.session.scalars(
            select(JobRun.id).where(JobRun.kind == "deadlock.wording")
        ).one()
        assert done(run_id).state == "done"
        assert "Reworded" in client.get(f"{PATH}/findings").text


def test_wording_costs_one_query(app: Flask, client: FlaskClient) -> None:
    keep()
    with service(app, each(swapped)):
        reworded(client)
        with queries() as asked:
            client.get(f"{PATH}/findings?t=1")
        assert len(asked) <= 6, asked


GOOD = {
    "DATABASE_URL": "postgresql://u:p@127.0.0.1/guildhall",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "STORAGE_URL": "file:///tmp/objects",
    "SECRET_KEY": "x" * 32,
}
THREE = {
    "LLM_BASE_URL": "https://words.example/v1/",
    "LLM_API_KEY": "key",
    "LLM_MODEL": "model",
}


def test_the_three_settings_come_together_or_not_at_all() -> None:
    settings = load_settings({**GOOD, **THREE})
    assert settings.llm_base_url == "https://words.example/v1"
    assert load_settings(GOOD).llm_base_url == ""
    load_settings({**GOOD, **THREE, "LLM_BASE_URL": "http://127.0.0.1:9/v1"})
    for name in THREE:
        with pytest.raises(BadSetting, match=f"{name}.*all three"):
            load_settings({**GOOD, **{one: value for one, value in THREE.items() if one != name}})
    with pytest.raises(BadSetting, match=r"LLM_BASE_URL.*https"):
        load_settings({**GOOD, **THREE, "LLM_BASE_URL": "http://words.example/v1"})
