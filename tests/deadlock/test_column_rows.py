"""One match's rows in the column files, whatever the match lacks."""

from __future__ import annotations

import numpy as np
import pytest

from tests.deadlock.small_match import small_body
from webapp.deadlock.domain.analysis import analyse
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.columns import pack_paths
from webapp.deadlock.domain.metrics import KEYS
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.domain.segments.heat import CELLS, PHASES, grid_of, heat_rows
from webapp.deadlock.domain.segments.packing import pack_matches, pack_rows
from webapp.deadlock.domain.segments.rows import SLICES, Gathered, rows_of
from webapp.deadlock.domain.segments.shapes import SHAPES, shape_mark


def gathered(**options: object) -> Gathered:
    match = parse_metadata(small_body(**options))
    analysis, packed = analyse(match), pack_paths(match, Catalogue(version=""))
    return Gathered(
        match_id=match.match_id,
        started_at=int(match.started_at.timestamp()),
        duration_s=match.duration_s,
        winning_team=match.winning_team,
        game_mode=match.game_mode,
        match_mode=match.match_mode,
        slices={name: getattr(analysis, name) for name in SLICES},
        replay=decode_paths(packed) if packed else None,
    )


def test_every_row_has_every_column_of_its_dataset() -> None:
    for name, rows in rows_of(gathered()).items():
        assert {len(row) for row in rows} <= {len(SHAPES[name])}, name
        assert pack_rows(name, rows).rows == len(rows)


def test_players_are_told_as_the_match_tells_them() -> None:
    one = gathered()
    rows = [dict(zip(SHAPES["players"], row, strict=True)) for row in rows_of(one)["players"]]
    board = {row.slot: row for row in one.slices["scoreboard"].rows}
    values = {row.slot: row.values for row in one.slices["performance"].players}
    assert {row["slot"] for row in rows} == set(board)
    for row in rows:
        told = board[row["slot"]]
        assert (row["kills"], row["souls"], row["lane"]) == (told.kills, told.souls, told.lane)
        assert row["won"] is (told.side == "b")
        assert row["badge"] == (46 if told.side == "a" else None)
        assert tuple(row[f"m_{key}"] for key in KEYS) == values[row["slot"]]


@pytest.mark.parametrize(
    ("lacks", "empty"),
    [
        ({"paths": False}, {"heat"}),
        ({"four_lanes": True, "dialect": "2024"}, {"heat"}),
        ({"damage": False}, set()),
        ({"winning_team": None, "outcome": 2}, {"chances"}),
        ({"duration_s": 100, "kills": ()}, {"chances"}),
    ],
)
def test_what_a_match_lacks_is_left_out_and_nothing_else(
    lacks: dict[str, object], empty: set[str]
) -> None:
    found = rows_of(gathered(**lacks))
    filled = {"players", "heat", "chances"} - empty
    assert {name for name in filled if not found[name]} == set()
    assert all(found[name] == [] for name in empty)


def test_a_match_nothing_could_be_read_of_has_no_rows() -> None:
    bare = Gathered(1, 0, 600, 0, "Normal", "Ranked")
    assert rows_of(bare) == {name: [] for name in SHAPES}
    assert pack_matches([bare]) == {}


def test_only_the_usual_rules_are_ordinary() -> None:
    assert gathered().ordinary
    for game_mode, match_mode in (("Street Brawl", "Unranked"), ("Normal", "Private lobby")):
        assert not Gathered(1, 0, 600, 0, game_mode, match_mode).ordinary


def test_heat_counts_each_living_second_in_one_cell_and_phase() -> None:
    replay = gathered(duration_s=800).replay
    assert replay
    for number, player in enumerate(replay.header.players):
        own = [row for row in heat_rows(replay) if row[0].slot == player.slot]
        assert [row[1] for row in own] == [phase.key for phase in PHASES[:2]]
        alive = int((replay.paths.health[number] > 0).sum())
        x = replay.paths.x[number]
        inside = int(((np.abs(x) < 10_752) & (replay.paths.health[number] > 0)).sum())
        assert inside <= alive
        assert sum(int(row[3].sum()) for row in own) == inside


def test_a_grid_lies_as_its_cells_were_counted() -> None:
    grid = grid_of(np.array([0, CELLS + 2]), np.array([5, 7]))
    assert (grid[0, 0], grid[1, 2], grid.sum()) == (5, 7, 12)


def test_shapes_have_a_name_that_follows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shape_mark()
    monkeypatch.setitem(SHAPES, "items", {**SHAPES["items"], "more": "Int32"})
    assert shape_mark() != before
