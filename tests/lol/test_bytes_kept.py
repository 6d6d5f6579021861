"""What one match takes in all: files and rows, of every real match at hand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.conftest import shared_data
from webapp.core.db import db, utc_now
from webapp.lol.domain.analysis import analyse
from webapp.lol.domain.parse import parse_match
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store.matches import SHELF, load_bodies, load_row
from webapp.matchroom.files import Raw, pack_raw
from webapp.matchroom.keeping import pack_slices
from webapp.matchroom.reanalysing import keep_now
from webapp.simulator.riot.scenarios import Scenario
from webapp.simulator.riot.wire.bodies import match_body, timeline_body

MOST = 100_000
TABLES = ("lol_match", "lol_slice", "lol_player", "lol_curve", "lol_play")

pytestmark = pytest.mark.usefixtures("app")


def test_a_match_takes_a_tenth_of_a_megabyte_and_its_bodies_come_back_as_they_were() -> None:
    paths = sorted((shared_data() / "lol" / "matches").glob("*.match.json"))
    assert paths
    for path in paths:
        told = path.with_name(path.name.replace(".match.", ".timeline."))
        beside = {"timeline": told.read_bytes()} if told.exists() else {}
        raw = Raw(path.read_bytes(), "json", utc_now(), "upstream", beside)
        match_id = keep_now(INTAKE, raw)
        row = load_row(match_id)
        assert row is not None
        assert row.kept_bytes + _rows(match_id) <= MOST, match_id
        back = load_bodies(row)
        assert (back.body, back.beside) == (raw.body, raw.beside)


def both(game: Scenario) -> list[bytes]:
    """Give a game's match and timeline as they come."""
    bodies = (match_body(game), timeline_body(game))
    return [json.dumps(one, separators=(",", ":")).encode() for one in bodies]


@pytest.mark.parametrize("number", [901, 902])
def test_an_hour_s_game_takes_no_more(number: int) -> None:
    game = Scenario("EUW1", number, minutes=60)
    body, timeline = both(game)
    assert len(json.loads(timeline)["info"]["frames"]) > 60
    match_id = keep_now(INTAKE, Raw(body, "json", utc_now(), "upstream", {"timeline": timeline}))
    row = load_row(match_id)
    assert row is not None
    assert row.kept_bytes + _rows(match_id) <= MOST
    assert load_bodies(row).beside["timeline"] == timeline


def test_only_what_is_large_is_packed_as_hard_as_pays() -> None:
    small = replace(SHELF.packing, large=None)
    for minutes, harder in ((25, False), (60, True)):
        game = Scenario("EUW1", 901, minutes=minutes)
        bodies = both(game)
        raw = Raw(bodies[0], "json", utc_now(), "upstream", {"timeline": bodies[1]})
        (hard,), (soft,) = (pack_raw(raw, how).beside for how in (SHELF.packing, small))
        assert hard.body
        assert soft.body
        assert (len(hard.body) < len(soft.body)) is harder
        analysis = analyse(parse_match(*bodies))
        sizes = [
            sum(map(len, pack_slices(analysis, how).values())) for how in (SHELF.packing, small)
        ]
        assert (sizes[0] < sizes[1]) is harder


def _rows(match_id: str) -> int:
    sizes = (
        db.session.scalar(
            text(f"select coalesce(sum(pg_column_size(t)), 0) from {table} t where match_id = :id"),  # noqa: S608 - our own names
            {"id": match_id},
        )
        for table in TABLES
    )
    return sum(int(one or 0) for one in sizes)
