"""What one match takes in all: files and rows, of every real match at hand."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.conftest import shared_data
from webapp.core.db import db, utc_now
from webapp.lol.ingest.match import INTAKE
from webapp.lol.store.matches import load_bodies, load_row
from webapp.matchroom.files import Raw
from webapp.matchroom.reanalysing import keep_now

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


def _rows(match_id: str) -> int:
    sizes = (
        db.session.scalar(
            text(f"select coalesce(sum(pg_column_size(t)), 0) from {table} t where match_id = :id"),  # noqa: S608 - our own names
            {"id": match_id},
        )
        for table in TABLES
    )
    return sum(int(one or 0) for one in sizes)
