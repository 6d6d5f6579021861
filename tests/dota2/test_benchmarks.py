"""What is usual for a hero: whose matches count, places in them, the job, and how it is shown."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from tests.changed import replace
from tests.dota2.kept import PARSED, UNPARSED, body_of, keep, keep_body
from tests.jobs.asked import ask, row
from webapp.core.db import db, utc_now
from webapp.core.models import Dataset
from webapp.dota2.domain.analysis.benchmarks import METRICS, Benchmarks, Measured
from webapp.dota2.domain.benchmarks import Usual, spreads_of
from webapp.dota2.domain.ranks import BANDS, MEDALS, band_of, rank_said
from webapp.dota2.models import Dota2Match, Dota2Slice
from webapp.dota2.store import benchmarks
from webapp.dota2.store.matches import load_slices
from webapp.jobs import perform
from webapp.matchplay.spreads import spread_of
from webapp.matchroom import snapshots
from worker.queues import KINDS

FIRST = 7_000_301
NOTHING = (None,) * len(METRICS)


def measured(hero_id: int, value: float, rank: int | None = None, **more: Any) -> Measured:
    values = (value, *NOTHING[1:])
    return Measured(0, hero_id, rank, False, values, NOTHING, NOTHING, **more)


def as_fetched(match_id: int, source: int = PARSED, **change: Any) -> int:
    body = json.loads(body_of(source)) | {"match_id": match_id} | change
    return keep_body(json.dumps(body).encode())


def copies(source: int, count: int) -> None:
    """Keep a match so many times more under other ids. Commits."""
    for model in (Dota2Match, Dota2Slice):
        table = model.__table__
        rows = db.session.execute(select(table).where(table.c.match_id == source)).mappings().all()
        for number in range(1, count + 1):
            new = [{**one, "match_id": source + number} for one in rows]
            db.session.execute(insert(table), new)
    db.session.commit()


def refresh() -> str:
    run_id = ask(key="dota2.benchmarks", kind="dota2.benchmarks", steps=(), args={})
    assert perform(run_id, KINDS)
    benchmarks.forget_usual()
    return row(run_id).state


def shown(client: FlaskClient, match_id: int, player: int = 0) -> dict[str, Any]:
    address = f"/dota2/matches/{match_id}/builds.json?player={player}"
    twin: Any = client.get(address).json
    figures: dict[str, Any] = twin["one"]["figures"]
    return figures


@given(tiers=st.lists(st.one_of(st.none(), st.integers(0, 90)), max_size=30))
def test_every_player_counts_among_all_and_in_one_band_at_most(tiers: list[int | None]) -> None:
    players = tuple(measured(7, float(spot), tier) for spot, tier in enumerate(tiers))
    matches, spreads = spreads_of([Benchmarks(players, shares_sent=False)])
    counts = {band: one.n for (_, band, _), one in spreads.items()}
    known = [band.key for tier in tiers if (band := band_of(tier))]
    assert (matches, counts.pop(None, 0)) == (1, len(tiers))
    assert counts == {key: known.count(key) for key in known}


def test_bands_take_every_medal_once_and_are_named_by_them() -> None:
    assert [one for band in BANDS for one in range(band.first, band.last + 1)] == list(range(1, 9))
    assert [band.said for band in BANDS][::3] == ["Herald to Guardian", "Divine to Immortal"]
    assert [band_of(tier) for tier in (None, 0, 5, 99)] == [None] * 4
    assert [band.key for tier in (11, 25, 80) if (band := band_of(tier))] == ["1-2", "1-2", "7-8"]
    assert [rank_said(tier) for tier in (None, 53, 80, 83, 95)] == [
        "", "Legend 3", "Immortal", "Immortal", "",
    ]  # fmt: skip
    assert len(MEDALS) == 9


def test_who_left_and_who_has_no_hero_count_nowhere() -> None:
    gone = replace(measured(7, 3.0), abandoned=True)
    _, spreads = spreads_of([Benchmarks((gone, measured(0, 1.0)), shares_sent=False)])
    assert spreads == {}


def test_lane_efficiency_is_that_of_the_laning_page(app: object) -> None:
    assert app
    keep()
    slices = load_slices(PARSED, "benchmarks", "laning")
    lanes = {one.slot: one.efficiency for one in slices["laning"].players}
    spot = METRICS.index("lane_efficiency")
    assert {one.slot: one.values[spot] for one in slices["benchmarks"].players} == lanes
    assert any(lanes.values())


@pytest.mark.usefixtures("app")
def test_before_any_snapshot_nothing_is_usual_and_the_page_says_so(client: FlaskClient) -> None:
    keep()
    assert benchmarks.load_usual() == Usual("none")
    figures = shown(client, PARSED)
    assert "here" not in figures["places"]
    assert "not worked out yet" in client.get(f"/dota2/matches/{PARSED}/builds").text


@pytest.mark.usefixtures("app")
def test_a_snapshot_comes_back_as_it_was_kept() -> None:
    made = Usual(
        "v1", utc_now(), 7, {(3, None, "lhten"): spread_of([1, 2]), (3, "1-2", "x"): spread_of([4])}
    )
    benchmarks.save_usual(made, benchmarks.place_usual(made))
    db.session.commit()
    assert benchmarks.load_usual() == made


def test_only_fetched_matches_by_the_usual_rules_that_somebody_won_count(app: object) -> None:
    assert app
    as_fetched(FIRST)
    as_fetched(FIRST + 1, UNPARSED)
    keep()
    body = json.loads(body_of(PARSED)) | {"match_id": FIRST + 2}
    keep_body(json.dumps(body).encode(), "upload")
    as_fetched(FIRST + 3, game_mode=23)
    as_fetched(FIRST + 4, lobby_type=4)
    as_fetched(FIRST + 5, duration=200)
    as_fetched(FIRST + 6, radiant_win=None)
    assert refresh() == "done"
    usual = benchmarks.load_usual()
    told: dict[tuple[int, str], list[float]] = {}
    for match_id in (FIRST, FIRST + 1):
        for one in load_slices(match_id, "benchmarks")["benchmarks"].players:
            for metric, value in zip(METRICS, one.values, strict=True):
                if value is not None and not one.abandoned:
                    told.setdefault((one.hero_id, metric), []).append(value)
    assert usual.matches == 2
    found = {(hero, key): one for (hero, band, key), one in usual.spreads.items() if band is None}
    assert {key: one.n for key, one in found.items()} == {k: len(v) for k, v in told.items()}
    assert all(
        list(one.values) == [float(f"{value:.6g}") for value in sorted(told[key])]
        for key, one in found.items()
    )


def test_a_run_makes_a_new_snapshot_only_when_matches_changed(
    app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app
    as_fetched(FIRST)
    refresh()
    first = benchmarks.current_version()
    assert refresh() == "done"
    versions = select(Dataset.version).where(Dataset.name == benchmarks.NAME)
    assert db.session.scalars(versions).all() == [first]
    as_fetched(FIRST + 1)
    monkeypatch.setattr(snapshots, "KEPT_OLD", snapshots.KEPT_OLD * 0)
    refresh()
    assert db.session.scalars(versions).all() == [benchmarks.current_version()] != [first]


def test_few_games_are_said_to_be_too_few_and_enough_give_a_place(client: FlaskClient) -> None:
    as_fetched(FIRST)
    before = client.get(f"/dota2/matches/{FIRST}/builds")
    copies(FIRST, 6)
    refresh()
    few = shown(client, FIRST)["rows"][0]["here"]
    assert few == {"percent": None, "said": "of 7 games; too few to judge", "median": ""}
    html = client.get(f"/dota2/matches/{FIRST}/builds")
    assert "of 7 games; too few to judge" in html.text
    assert html.headers["ETag"] != before.headers["ETag"]
    copies(FIRST + 6, 20)
    refresh()
    enough = shown(client, FIRST)
    assert enough["matches"] == 27
    assert enough["places"][0] == "here"
    assert enough["rows"][0]["here"]["percent"] == 50
    assert enough["rows"][0]["here"]["said"] == "above 50% of 27"


def test_ours_and_opendotas_stand_side_by_side_on_page_and_in_the_table(
    client: FlaskClient,
) -> None:
    match_id = as_fetched(FIRST)
    copies(FIRST, 24)
    refresh()
    figures = shown(client, match_id)
    assert {"here", "upstream"} <= set(figures["places"])
    both = [one for one in figures["rows"] if one["here"] and one["upstream"]]
    assert both
    assert all(one["upstream"]["said"] == f"{one['share']}%" for one in both)
    rows = list(csv.DictReader(io.StringIO(
        client.get(f"/dota2/matches/{match_id}/tables/benchmarks.csv").text
    )))  # fmt: skip
    first = next(one for one in rows if one["metric"] == figures["rows"][0]["key"])
    assert (float(first["place"]), int(first["place_n"])) == (50, 25)
    assert float(first["share"]) == pytest.approx(figures["rows"][0]["share"] / 100, abs=0.01)


def test_players_of_a_rank_are_also_placed_among_their_like(client: FlaskClient) -> None:
    body = json.loads(body_of(PARSED)) | {"match_id": FIRST}
    body["players"][0]["rank_tier"] = 54
    body["players"][1]["rank_tier"] = None
    keep_body(json.dumps(body).encode())
    copies(FIRST, 21)
    refresh()
    ranked, hidden = shown(client, FIRST), shown(client, FIRST, 1)
    assert ranked["ranks"] == "Legend to Ancient"
    assert ranked["rows"][0]["ranks"]["said"] == "above 50% of 22"
    assert (hidden["ranks"], "ranks" in hidden["places"]) == ("", False)
    assert "Legend to Ancient" in client.get(f"/dota2/matches/{FIRST}/builds?player=0").text


def test_a_match_by_other_rules_is_not_compared(client: FlaskClient) -> None:
    as_fetched(FIRST)
    copies(FIRST, 24)
    refresh()
    turbo = as_fetched(FIRST + 90, game_mode=23)
    figures = shown(client, turbo)
    assert not figures["compared"]
    assert not any(one["here"] for one in figures["rows"])
    assert (
        "only matches by the usual rules are" in client.get(f"/dota2/matches/{turbo}/builds").text
    )


def test_a_match_nobody_parsed_is_placed_by_what_it_has(client: FlaskClient) -> None:
    match_id = as_fetched(FIRST, UNPARSED)
    refresh()
    known = {one["key"] for one in shown(client, match_id)["rows"]}
    assert {"gold_per_min", "tower_damage"} <= known
    assert known.isdisjoint({"lhten", "lane_efficiency", "stuns_per_min"})
