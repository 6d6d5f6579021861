"""The Win chance tab and its method page: with a model, without one, and never of another house."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.deadlock.kept import PART, PATH, keep, keep_body, queries, row_of
from tests.deadlock.many import copy_match
from tests.deadlock.small_match import small_body
from tests.deadlock.test_winning import samples_of
from tests.jobs.asked import shift
from tests.tables import csv_rows, see_table_as_csv
from webapp.core.db import db, utc_now
from webapp.core.settings import EXTENSION
from webapp.deadlock.domain.winning import RECIPE
from webapp.deadlock.domain.words import COLUMNS_KEY
from webapp.deadlock.ingest import chance
from webapp.deadlock.store import chances
from webapp.jobs import enqueue, perform
from webapp.jobs.models import JobRun
from webapp.jobs.sweep import sweep
from webapp.matchplay.winning import Model, is_held_out, make_model
from worker.queues import KINDS

WEIGHTS = (0.3, 0.1, 0.07, 0.25, 0.15, 0.45, 1.0, 2.2, 0.0)
METHOD = "/deadlock/method/win-chance"


@pytest.fixture(autouse=True)
def _nothing_held(app: Flask) -> Iterator[None]:
    """Let each test look for its own model."""
    del app
    chances.forget_standing()
    yield
    chances.forget_standing()


def keep_model(**changes: object) -> Model:
    """Keep a model as the job does."""
    made = make_model(RECIPE, samples_of(600), utc_now())
    model = replace(made, **{"weights": WEIGHTS, **changes})  # type: ignore[arg-type]
    chances.save_model(model)
    db.session.commit()
    chances.forget_standing()
    return model


def test_the_curve_its_swings_and_the_chosen_second(client: FlaskClient) -> None:
    keep()
    model = keep_model()
    page = client.get(f"{PATH}/chance.json?t=900").json
    assert page["model"]["version"] == model.version
    assert page["state"]["at_s"] == 900
    assert int(page["state"]["chance_a"]) + int(page["state"]["chance_b"]) == 100
    assert page["swings"] == sorted(page["swings"], key=lambda one: (-one["percent"], one["at_s"]))
    html = client.get(f"{PATH}/chance?t=900").text
    assert "What it is made of at 15:00" in html
    assert f'href="?t={page["swings"][0]["at_s"]}"' in html


def test_a_span_shows_what_fell_into_it(client: FlaskClient) -> None:
    keep()
    keep_model()
    page = client.get(f"{PATH}/chance.json?from=600&to=1200").json
    assert page["when"] == "10:00 to 20:00"
    assert page["state"]["at_s"] == 1200
    assert all(600 <= one["at_s"] <= 1200 for one in page["swings"])
    assert all(one["from_s"] < 1200 and one["to_s"] > 600 for one in page["stretches"])


def test_the_end_is_not_told_before_it(client: FlaskClient) -> None:
    """A model never says 100 %, and the last second asked for is the one before the end."""
    keep()
    keep_model(weights=tuple(100.0 for _ in WEIGHTS))
    page = client.get(f"{PATH}/chance.json").json
    assert {page["state"]["chance_a"], page["state"]["chance_b"]} == {"1", "99"}
    assert client.get(f"{PATH}/chance.json?t=86400").json["state"] == page["state"]


def test_without_a_model_the_tab_says_how_many_matches_want(client: FlaskClient) -> None:
    keep()
    keep(5002, provenance="upload")
    keep(102, "stomp", "generated")
    html = client.get(f"{PATH}/chance").text
    assert "Not enough matches yet" in html
    assert "needs 500 verified matches" in html
    assert "1 is kept here" in html
    page = client.get(f"{PATH}/chance.json").json
    assert page["shortage"] == {"matches": 1, "needed": 500, "demo": False}
    assert (page["chart"], page["state"], page["swings"]) == (None, None, [])
    assert page["stretches"]
    assert "Not enough matches yet" in client.get(METHOD).text


def test_enough_matches_wait_for_their_model_and_say_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    monkeypatch.setattr(chances.MODELS, "needed", lambda: 1)
    for path in (f"{PATH}/chance", METHOD):
        html = client.get(path).text
        assert "No model yet" in html
        assert "Not enough" not in html


def test_a_death_to_no_player_is_no_kill_of_a_stretch(client: FlaskClient) -> None:
    match_id = keep_body(small_body(kills=((200, 7, 1, 8), (210, 0, 2, 8))))
    page = client.get(f"/deadlock/matches/{match_id}/chance.json").json
    kills = [(one["kills_a"], one["kills_b"]) for one in page["stretches"]]
    assert kills[:2] == [(0, 0), (0, 1)]


def test_a_new_model_makes_a_new_page(client: FlaskClient) -> None:
    keep()
    before = client.get(f"{PATH}/chance").headers["ETag"]
    keep_model()
    after = client.get(f"{PATH}/chance")
    assert after.headers["ETag"] != before
    assert "Not enough matches" not in after.text


def test_the_part_is_a_part(client: FlaskClient) -> None:
    keep()
    keep_model()
    part = client.get(f"{PATH}/chance", headers=PART).text
    assert part.lstrip().startswith('<section id="chance"')
    assert "<html" not in part


def test_an_unknown_match_is_a_page_with_a_button(client: FlaskClient) -> None:
    assert client.get("/deadlock/matches/6100/chance.json").status_code == 404
    assert (
        'action="/deadlock/matches/6100/analysis"'
        in client.get("/deadlock/matches/6100/chance").text
    )


def test_the_tab_costs_few_queries_and_little_weight(client: FlaskClient) -> None:
    keep()
    keep_model()
    chances.load_standing()
    with queries() as asked:
        answer = client.get(f"{PATH}/chance?t=1", headers={"Accept-Encoding": "gzip"})
    assert len(asked) <= 6, asked
    assert len(answer.data) <= 45_000


def test_its_table_holds_every_swing(client: FlaskClient) -> None:
    keep()
    (heading,) = client.get(f"{PATH}/tables/chances.csv").text.splitlines()
    assert heading.startswith("at_s,")
    model = keep_model()
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PATH}/tables/chances.csv").text)))
    assert {row["model"] for row in rows} == {model.version}
    assert [int(row["at_s"]) for row in rows] == sorted(int(row["at_s"]) for row in rows)
    for row in rows:
        change = float(row["chance_a_after"]) - float(row["chance_a_before"])
        assert float(row["swing"]) == pytest.approx(change, abs=0.0002)


@pytest.mark.parametrize("query", ["", "?t=700", "?from=300&to=900"])
def test_each_table_is_the_one_beside_its_link(client: FlaskClient, query: str) -> None:
    keep()
    keep_model()
    page = client.get(f"{PATH}/chance.json{query}").json
    text = client.get(f"{PATH}/chance{query}").text
    tables = {name: f"{PATH}/tables/chance-{name}.csv{query}" for name in ("parts", "stretches")}
    for address in tables.values():
        assert f'href="{address.replace("&", "&amp;")}"' in text
    parts = csv_rows(client, tables["parts"])
    assert {int(row["at_s"]) for row in parts} == {page["state"]["at_s"]}
    told = [(row["part"], row["stands"]) for row in parts]
    assert told == [(one["word"], one["stands"]) for one in page["state"]["parts"]]
    swings = f"{PATH}/tables/chances.csv{query}"
    assert f'href="{swings.replace("&", "&amp;")}"' in text
    moved = {int(row["at_s"]) for row in csv_rows(client, swings) if float(row["swing"])}
    swung = {one["at_s"] for one in page["swings"]}
    assert swung <= moved
    assert "from" not in query or all(300 <= at_s <= 900 for at_s in moved)
    stretches = csv_rows(client, tables["stretches"])
    told = [(row["from_s"], row["lead_gained"], row["fell"]) for row in stretches]
    shown = [(str(one["from_s"]), str(one["souls"]), one["fell"]) for one in page["stretches"]]
    assert told == shown


def test_a_match_that_holds_nothing_reads_too(client: FlaskClient) -> None:
    keep_model()
    keep_body(small_body(paths=False, damage=False))
    for path in ("/chance", "/chance?t=0", "/chance?from=0&to=5", "/chance.json"):
        assert client.get(f"/deadlock/matches/4242{path}").status_code == 200


def test_a_real_match_reads(client: FlaskClient, shared_data: Path) -> None:
    keep_model()
    for file in sorted((shared_data / "deadlock" / "metadata").glob("*.json")):
        match_id = keep_body(file.read_bytes())
        assert client.get(f"/deadlock/matches/{match_id}/chance").status_code == 200


def test_the_method_page_shows_the_model_whole(client: FlaskClient) -> None:
    old = keep_model(version="first", fitted_at=utc_now() - timedelta(days=1))
    new = keep_model()
    page = client.get(f"{METHOD}.json").json
    assert page["model"]["version"] == new.version
    assert [one["version"] for one in page["versions"]] == [new.version, old.version]
    assert [one["current"] for one in page["versions"]] == [True, False]
    assert len(page["bins"]) == len(new.bins)
    html = client.get(METHOD).text
    assert html.count(">n ") == len(new.bins)
    for one in new.bins:
        assert f"Came true {one.came * 100:.0f} %, n {one.moments:,}</title>" in html
    assert "left out" in html
    for name in ("This model", "Soul lead alone", "Even, always", "What it does not know"):
        assert name in html


@pytest.mark.parametrize(
    ("name", "key"),
    [("bins", "band"), ("scores", "name"), ("versions", "version"), ("weights", "word")],
)
def test_each_table_of_the_model_is_a_file(client: FlaskClient, name: str, key: str) -> None:
    keep_model()
    see_table_as_csv(client, METHOD, name, key)
    assert client.get(f"{METHOD}/model.csv").status_code == 404


def test_a_model_of_another_form_is_not_used(client: FlaskClient) -> None:
    keep()
    keep_model(form=0)
    assert "Not enough matches yet" in client.get(f"{PATH}/chance").text


def demonstrating(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = app.extensions[EXTENSION]
    monkeypatch.setitem(app.extensions, EXTENSION, replace(settings, demo=True))


def test_a_demonstrations_model_never_reaches_a_real_house(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    with monkeypatch.context() as patches:
        demonstrating(app, patches)
        keep_model()
        assert chances.load_model()
        assert "Made of generated matches" in client.get(METHOD).text
    assert chances.load_model() is None
    assert chances.MODELS.versions() == ()
    assert "Not enough matches yet" in client.get(f"{PATH}/chance").text


def fit(app: Flask) -> JobRun:
    """Do the job as a worker would, once."""
    del app
    run_id = enqueue(
        "deadlock.chance", key="deadlock.chance", args={}, target_url="", steps=(), title=""
    )
    db.session.commit()
    perform(run_id, {"deadlock.chance": chance.refresh_chance})
    db.session.expire_all()
    return db.session.get_one(JobRun, run_id)


def test_the_job_makes_a_model_once_there_are_enough_matches(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chances, "load_samples", lambda: samples_of(499))
    assert fit(app).state == "done"
    assert chances.load_model() is None
    monkeypatch.setattr(chances, "load_samples", lambda: samples_of(500))
    assert fit(app).state == "done"
    first = chances.load_model()
    assert first
    assert first.matches + first.held_matches == 500
    monkeypatch.setattr(chances, "load_samples", lambda: samples_of(520))
    fit(app)
    assert chances.load_model() == first
    monkeypatch.setattr(chances, "load_samples", lambda: samples_of(550))
    fit(app)
    assert len(chances.MODELS.versions()) == 2


def test_a_demonstration_waits_for_its_matches(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    demonstrating(app, monkeypatch)
    monkeypatch.setattr(chances, "load_samples", lambda: samples_of(20))
    run = fit(app)
    assert (run.state, run.sentence) == ("waiting", "0 of 100 generated matches are here.")


def generated_house(count: int) -> list[int]:
    """Keep so many generated matches: six of their own, won by either side, then copies."""
    own = [keep(7_600 + spot, scenario) for spot, scenario in enumerate(("short", "stomp") * 3)]
    assert {row_of(match_id).winning_team for match_id in own} == {0, 1}
    rest = range(8_000, 8_000 + count - len(own))
    for spot, match_id in enumerate(own):
        copy_match(match_id, rest[spot :: len(own)])
    return [*own, *rest]


def test_a_demonstration_fits_a_model_on_its_own_generated_matches(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its matches come in first; then they are gathered, and the waiting run fits them."""
    demonstrating(app, monkeypatch)
    kept = generated_house(100)
    waiting = fit(app)
    assert (waiting.state, waiting.sentence) == (
        "waiting",
        "100 of 100 generated matches are here.",
    )
    waiting_id = waiting.id
    gathering = db.session.scalars(select(JobRun).where(JobRun.key == COLUMNS_KEY)).one()
    assert perform(gathering.id, KINDS)
    shift(waiting_id, "run_at", -60)
    sweep()
    assert perform(waiting_id, KINDS)
    db.session.expire_all()
    assert db.session.get_one(JobRun, waiting_id).state == "done"
    model = chances.load_model()
    assert model
    assert model.matches + model.held_matches == 100
    assert model.held_matches == sum(is_held_out(match_id) for match_id in kept)
    assert min(model.weights) >= 0 < max(model.weights)
    mine, _, even = model.scores
    assert mine.brier < even.brier
    page = client.get(f"/deadlock/matches/{kept[0]}/chance.json?t=900").json
    assert page["model"]["version"] == model.version
    assert page["swings"]
    assert "Made of generated matches" in client.get(METHOD).text


def test_samples_are_those_of_verified_matches_alone(app: Flask) -> None:
    """A reader's file and a generated sample teach nothing; an empty house is no error."""
    del app
    assert chances.load_samples().matches == 0
    keep()
    keep(5002, provenance="upload")
    keep(102, "stomp", "generated")
    run_id = enqueue(
        "deadlock.columns", key="deadlock.columns", args={}, target_url="", steps=(), title=""
    )
    db.session.commit()
    perform(run_id, KINDS)
    samples = chances.load_samples()
    assert set(samples.match_ids.tolist()) == {5001}
    assert len(samples.figures) == len(range(180, row_of(5001).duration_s, 60))
    assert set(samples.won_a.tolist()) == {row_of(5001).winning_team == 0}
