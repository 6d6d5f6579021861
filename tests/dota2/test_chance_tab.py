"""The Win chance tab and its method page: with a model, without one, and not parsed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.dota2.kept import PARSED, PART, body_of, keep, keep_body, keep_unparsed, queries
from tests.tables import see_table_as_csv
from webapp.core.db import db
from webapp.dota2.domain.winning import RECIPE
from webapp.dota2.store import chances
from webapp.jobs import enqueue, perform
from webapp.matchplay.winning import Model, Samples, make_model
from worker.queues import KINDS

MATCH = f"/dota2/matches/{PARSED}"
METHOD = "/dota2/win-chance"
WEIGHTS = (0.05, 0.04, 0.03, 0.2, 0.3, 0.4, 0.0)
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_held(app: Flask) -> Iterator[None]:
    """Let each test look for its own model."""
    del app
    chances.forget_standing()
    yield
    chances.forget_standing()


def keep_model() -> Model:
    """Keep a model as the job does."""
    rng = np.random.default_rng(3)
    figures = rng.normal(size=(6_000, len(WEIGHTS)))
    ids = np.repeat(np.arange(600), 10)
    samples = Samples(figures, ids, rng.random(600).repeat(10) < 0.5)
    model = replace(make_model(RECIPE, samples, NOW), weights=WEIGHTS)
    chances.save_model(model)
    db.session.commit()
    chances.forget_standing()
    return model


def as_fetched(match_id: int) -> int:
    """Keep a generated match as if OpenDota had sent it, under a played one's number."""
    number = 7_000_000 + match_id
    body = body_of(match_id).replace(
        f'"match_id":{match_id}'.encode(), f'"match_id":{number}'.encode()
    )
    return keep_body(body)


def test_the_curve_its_minutes_and_the_chosen_second(client: FlaskClient) -> None:
    keep()
    model = keep_model()
    page = client.get(f"{MATCH}/chance.json?t=900").json
    assert page["model"]["version"] == model.version
    assert (page["shortage"], page["nothing"]) == (None, "")
    assert page["state"]["at_s"] == 900
    assert int(page["state"]["chance_a"]) + int(page["state"]["chance_b"]) == 100
    gained = [float(one["gained"]) for one in page["swings"]]
    assert gained == sorted(gained, reverse=True)
    assert all(one["to_s"] <= 900 for one in page["swings"])
    html = client.get(f"{MATCH}/chance?t=900").text
    assert "What it is made of at 15:00" in html
    assert "Chance of Dire to win" in html
    span = client.get(f"{MATCH}/chance.json?from=600&to=1200").json
    assert all(600 < one["to_s"] <= 1200 for one in span["swings"])
    assert span["state"]["at_s"] == 1200


def test_a_part_drawn_for_one_moment_is_right_for_another(client: FlaskClient) -> None:
    """Seconds between two that look alike share a drawing, and write their own clocks."""
    keep()
    keep_model()
    for moment in ("?t=900", "?t=901", "?from=600&to=900", "?from=600&to=901", ""):
        whole = client.get(f"{MATCH}/chance{moment}").text
        again = client.get(f"{MATCH}/chance{moment}", headers=PART).text
        assert again.strip() in whole, moment
    assert "made of at 15:01" in client.get(f"{MATCH}/chance?t=901").text


def test_the_end_is_never_certain_and_never_told_before_it(client: FlaskClient) -> None:
    keep()
    keep_model()
    page = client.get(f"{MATCH}/chance.json").json
    assert {int(page["state"]["chance_a"]), int(page["state"]["chance_b"])} <= set(range(1, 100))
    assert client.get(f"{MATCH}/chance.json?t=86400").json["state"] == page["state"]


def test_without_a_model_the_tab_says_n_and_leans_on_gold(client: FlaskClient) -> None:
    keep()
    as_fetched(202)
    keep_unparsed()
    page = client.get(f"{MATCH}/chance.json?t=900").json
    assert page["shortage"] == {"matches": 1, "needed": 500, "demo": False}
    assert (page["chart"], page["state"]) == (None, None)
    assert page["swings"]
    assert page["ahead"]
    html = client.get(f"{MATCH}/chance?t=900").text
    assert "needs 500 real, parsed matches" in html
    assert "1 is kept here" in html
    assert "Gold lead at 15:00" in html
    assert "Not enough matches yet" in client.get(METHOD).text
    assert client.get(f"{MATCH}/tables/chances.csv").status_code == 200


def test_gold_of_minutes_adds_up_to_the_lead(client: FlaskClient) -> None:
    keep()
    page = client.get(f"{MATCH}/chance.json?from=600&to=780").json
    moved = sum(
        (1 if one["side"] == "a" else -1) * int(one["gained"].replace(",", ""))
        for one in page["swings"]
    )
    assert moved == lead_at(client, 780) - lead_at(client, 600)


def lead_at(client: FlaskClient, at_s: int) -> int:
    """Read the gold lead at a second from the table of leads."""
    rows = csv.DictReader(io.StringIO(client.get(f"{MATCH}/tables/lead.csv").text))
    row = next(one for one in rows if one["at_s"] == str(at_s))
    return int(row["gold_a"]) - int(row["gold_b"])


def test_a_match_nobody_parsed_says_so_and_offers_to_ask(client: FlaskClient) -> None:
    match = f"/dota2/matches/{keep_unparsed()}"
    for _ in ("without a model", "with one"):
        html = client.get(f"{match}/chance").text
        assert f'action="{match}/parse"' in html
        assert "Not enough" not in html
        page = client.get(f"{match}/chance.json").json
        assert (page["chart"], page["state"], page["swings"]) == (None, None, [])
        keep_model()


def test_a_mode_of_other_rules_has_no_chance(client: FlaskClient) -> None:
    body = body_of(PARSED).replace(b'"game_mode":22', b'"game_mode":23')
    assert body != body_of(PARSED)
    keep_body(body, "generated")
    keep_model()
    page = client.get(f"{MATCH}/chance.json").json
    assert "no other mode" in page["nothing"]
    assert (page["chart"], page["state"]) == (None, None)
    assert page["swings"]


def test_a_tab_with_a_model_asks_few_questions(client: FlaskClient) -> None:
    keep()
    keep_model()
    with queries() as asked:
        assert client.get(f"{MATCH}/chance?t=900").status_code == 200
    assert 1 <= len(asked) <= 6, asked


def test_the_csv_has_each_minute(client: FlaskClient) -> None:
    keep()
    keep_model()
    rows = list(csv.DictReader(io.StringIO(client.get(f"{MATCH}/tables/chances.csv").text)))
    assert [int(one["from_s"]) for one in rows[1:]] == [int(one["to_s"]) for one in rows[:-1]]
    for one in rows:
        change = float(one["chance_a_after"]) - float(one["chance_a_before"])
        assert change == pytest.approx(float(one["swing_a"]), abs=2e-4)


def fit() -> None:
    """Do what comes around every hour."""
    run_id = enqueue("dota2.chance", key="dota2.chance", args={}, target_url="", steps=(), title="")
    db.session.commit()
    perform(run_id, KINDS)
    chances.forget_standing()


def test_the_job_fits_when_there_are_enough_fetched_and_parsed_matches(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for match_id in (201, 202, 203):
        as_fetched(match_id)
    keep()
    keep_unparsed()
    assert chances.load_samples().matches == chances.count_teaching()
    fit()
    assert chances.load_model() is None
    monkeypatch.setattr(chances.MODELS, "needed", chances.count_teaching)
    fit()
    model = chances.load_model()
    assert model is not None
    assert min(model.weights) >= 0
    assert model.matches + model.held_matches == chances.count_teaching() >= 2
    twin: Any = client.get(f"{METHOD}.json").json
    assert [one["word"] for one in twin["weights"]] == [one.word for one in RECIPE.features]
    assert model.version in client.get(METHOD).text


def test_the_method_page_shows_the_model_whole(client: FlaskClient) -> None:
    model = keep_model()
    html = client.get(METHOD).text
    assert "Does it keep its word?" in html
    assert f"{model.held_matches} <small>matches" in html
    assert "left out" in html
    twin: Any = client.get(f"{METHOD}.json").json
    assert sum(one["moments"] for one in twin["bins"]) == model.held_moments
    assert [one["name"] for one in twin["scores"]][1] == "Gold lead alone"


@pytest.mark.parametrize(
    ("name", "key"),
    [("bins", "band"), ("scores", "name"), ("versions", "version"), ("weights", "word")],
)
def test_each_table_of_the_model_is_a_file(client: FlaskClient, name: str, key: str) -> None:
    keep_model()
    see_table_as_csv(client, METHOD, name, key)
    assert client.get(f"{METHOD}/model.csv").status_code == 404
