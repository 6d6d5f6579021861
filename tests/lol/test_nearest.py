"""Similar games and plays come from the index, and enough of the right role are found in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, func, select, text

from tests.lol.kept import keep
from webapp.core.db import db
from webapp.lol.models import LolPlay
from webapp.lol.pages.findings.alike import MOST
from webapp.lol.store import shapes
from webapp.lol.store.shapes import LOOKED_AT, forget_shelf, plays_like, shelf

OURS, SLOT = "EUW1_7100000002", 7
OTHERS, SAME = 8 * LOOKED_AT, 40

MATCHES = """
INSERT INTO lol_match SELECT (jsonb_populate_record(one, jsonb_build_object(
  'match_id', 'EUW1_9000000' || number))).*
FROM lol_match one, generate_series(1, :many) number WHERE one.match_id = :id
"""
PLAYERS = """
INSERT INTO lol_player SELECT (jsonb_populate_record(one, jsonb_build_object(
  'match_id', 'EUW1_9000000' || number))).*
FROM lol_player one, generate_series(1, :many) number
WHERE one.match_id = :id AND one.slot = :slot
"""
# Made anew for each row: a sum over the steps that also looks at what stands outside of it.
NOISE = """(SELECT array_agg(
  (random() - 0.5) * CASE WHEN step > 0 AND number <= :same THEN 3 ELSE 0.1 END)
FROM generate_series(1, vector_dims(one.figures)) step)::vector"""
# The first few have the same role and lie further off; all the others are nearer, of another.
PLAYS = """
INSERT INTO lol_play SELECT 'EUW1_9000000' || number, one.slot,
  CASE WHEN number <= :same THEN one.role ELSE 'ANOTHER' END, one.figures + $noise
FROM lol_play one, generate_series(1, :many) number
WHERE one.match_id = :id AND one.slot = :slot
"""
CURVES = """
INSERT INTO lol_curve SELECT 'EUW1_9000000' || number, one.figures + $noise
FROM lol_curve one, generate_series(1, :many) number WHERE one.match_id = :id
"""


@pytest.fixture(autouse=True)
def crowd(client: FlaskClient) -> Iterator[None]:
    """Keep a game, and put a crowd of others around it; the index forgets them afterwards."""
    del client
    keep(OURS)
    forget_shelf()
    if not shelf().has_vectors:
        pytest.skip("this database has no vector extension")
    told = {"id": OURS, "slot": SLOT, "many": OTHERS + SAME, "same": SAME}
    db.session.execute(select(func.setseed(0.5)))
    for one in (MATCHES, PLAYERS, PLAYS, CURVES):
        asked = one.replace("$noise", NOISE)
        wanted = {name: value for name, value in told.items() if f":{name}" in asked}
        db.session.execute(text(asked), wanted)
    db.session.commit()
    db.session.execute(text("ANALYZE lol_match, lol_player, lol_play, lol_curve"))
    db.session.commit()
    forget_shelf()
    yield
    db.session.rollback()
    db.session.execute(text("TRUNCATE lol_play, lol_curve"))
    db.session.execute(text("ANALYZE lol_play, lol_curve"))
    db.session.commit()


@contextmanager
def plans() -> Iterator[list[str]]:
    """Note how the database finds what is nearest, whoever asks.

    So few rows are as soon read as looked up, which it is told not to do; ten thousand are not.
    """
    found: list[str] = []

    def note(connection: Any, _cursor: Any, asked: str, values: Any, *_: Any) -> None:
        if "<=>" in asked and not asked.startswith("EXPLAIN"):
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            lines = connection.exec_driver_sql(f"EXPLAIN {asked}", values)
            found.append("\n".join(line for (line,) in lines))

    event.listen(db.engine, "before_cursor_execute", note)
    yield found
    event.remove(db.engine, "before_cursor_execute", note)


def test_games_like_one_come_from_the_index(client: FlaskClient) -> None:
    with plans() as found:
        told = client.get(f"/lol/matches/{OURS}/findings.json").json
    assert told
    assert len(told["alike"]["rows"]) == MOST
    (plan,) = found
    assert "Index Scan using ix_lol_curve_figures" in plan, plan


def test_games_are_found_although_most_of_the_index_is_gone(client: FlaskClient) -> None:
    left = text("DELETE FROM lol_curve WHERE match_id NOT IN (:own, 'EUW1_90000001')")
    db.session.execute(left, {"own": OURS})
    db.session.commit()
    told = client.get(f"/lol/matches/{OURS}/findings.json").json
    assert told
    assert [one["href"] for one in told["alike"]["rows"]] == ["/lol/matches/EUW1_90000001"]


def test_a_play_finds_five_of_its_role_however_many_others_are_nearer(client: FlaskClient) -> None:
    told = client.get(f"/lol/matches/{OURS}/findings.json?player={SLOT}").json
    assert told
    assert len(told["alike"]["rows"]) == MOST
    assert told["alike"]["games"] == SAME


@pytest.mark.parametrize("goes_on", [True, False])
def test_plays_found_in_the_index_are_the_nearest_of_the_role(
    monkeypatch: pytest.MonkeyPatch, *, goes_on: bool
) -> None:
    if goes_on and not shelf().goes_on:
        pytest.skip("this database's vector extension is older than 0.8")
    monkeypatch.setattr(shapes, "_goes_on", lambda _version: goes_on)
    forget_shelf()
    own = db.session.get_one(LolPlay, (OURS, SLOT))
    figures = tuple(float(one) for one in own.figures)
    with plans() as plan:
        found, games = plays_like(OURS, own.role, figures, MOST)
    assert "Index Scan using ix_lol_play_figures" in plan[0], plan[0]
    assert games == SAME
    db.session.rollback()
    far = LolPlay.figures.cosine_distance(list(figures))
    db.session.execute(text("SET LOCAL enable_indexscan = off"))
    same = (LolPlay.role == own.role, LolPlay.match_id != OURS)
    nearest = db.session.scalars(select(LolPlay.match_id).where(*same).order_by(far).limit(MOST))
    alike = {one.match_id for one in found} & set(nearest)
    assert len(alike) >= len(found) - 1 >= 2, "such an index may miss one"
    forget_shelf()


@pytest.mark.parametrize(
    ("version", "goes_on"),
    [("0.8.0", True), ("0.10", True), ("1.0.0", True), ("0.7.4", False), ("", False)],
)
def test_the_index_goes_on_from_0_8(version: str, *, goes_on: bool) -> None:
    assert shapes._goes_on(version) is goes_on  # noqa: SLF001 - which no database here has
