"""What one match takes in all: files and rows, of every real match at hand."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.conftest import shared_data
from tests.dota2.kept import keep_body
from webapp.cli.bench.games.dota2 import BENCH, MOST
from webapp.core.db import db
from webapp.dota2.store.matches import SHELF, load_row
from webapp.matchroom.reading import load_bodies

pytestmark = pytest.mark.usefixtures("app")


def test_a_real_match_takes_its_share_at_most_and_its_body_comes_back_as_it_was() -> None:
    paths = sorted((shared_data() / "dota2" / "matches").glob("*.json"))
    paths += sorted((shared_data() / "dota2" / "opendota_core").glob("3254426673_*.json"))
    assert len(paths) > 4
    for path in paths:
        match_id = keep_body(path.read_bytes())
        row = load_row(match_id)
        assert row is not None
        assert 0 < row.kept_bytes + _rows(match_id) <= MOST, path.name
        assert load_bodies(SHELF, row).body == path.read_bytes()


def _rows(match_id: int) -> int:
    sizes = (
        db.session.scalar(
            text(f"select coalesce(sum(pg_column_size(t)), 0) from {table} t where match_id = :id"),  # noqa: S608 - our own names
            {"id": match_id},
        )
        for table in BENCH.tables
    )
    return sum(int(one or 0) for one in sizes)
