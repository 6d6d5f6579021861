"""Column files and Parquet tables hold what the records hold."""

from __future__ import annotations

import io

import polars as pl
import pytest
from flask.testing import FlaskClient

from tests.changed import replace
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.columns import pack_damage, pack_paths
from webapp.deadlock.domain.parse import parse_metadata
from webapp.deadlock.domain.paths_file import decode_paths
from webapp.deadlock.ingest import save_generated
from webapp.deadlock.store.matches import load_slices
from webapp.simulator.samples import sample_body


@pytest.fixture(scope="module")
def body() -> bytes:
    return sample_body(101)


def table(client: FlaskClient, name: str) -> pl.DataFrame:
    answer = client.get(f"/deadlock/matches/101/{name}.parquet")
    assert answer.status_code == 200
    return pl.read_parquet(io.BytesIO(answer.data))


def test_damage_rows_add_up_to_the_matrix_in_every_dealer_and_target(body: bytes) -> None:
    match = parse_metadata(body)
    assert match.damage is not None
    frame = pl.read_parquet(io.BytesIO(pack_damage(match) or b""))
    assert frame["amount"].sum() == int(match.damage.totals[:, -1].sum())
    dealt = frame.group_by("dealer").agg(pl.col("amount").sum()).to_dict(as_series=False)
    for dealer, amount in zip(dealt["dealer"], dealt["amount"], strict=True):
        rows = match.damage.totals[match.damage.dealer == dealer]
        assert amount == int(rows[:, -1].sum())


def test_positions_as_parquet_have_every_player_and_second(
    client: FlaskClient, body: bytes
) -> None:
    save_generated(body)
    match = parse_metadata(body)
    assert match.paths is not None
    frame = table(client, "positions")
    assert frame.height == match.paths.x.size
    assert sorted(frame["slot"].unique()) == sorted(match.paths.slots)
    assert frame.filter(pl.col("slot") == match.paths.slots[0])["health"].to_list() == list(
        match.paths.health[0]
    )


def test_snapshots_as_parquet_equal_the_stored_slice(client: FlaskClient, body: bytes) -> None:
    save_generated(body)
    moments = load_slices(101, "moments")["moments"].samples
    frame = table(client, "snapshots")
    assert frame["souls"].to_list() == [moment.souls for moment in moments]


def test_the_map_knows_of_every_death_with_its_place_or_without(body: bytes) -> None:
    match = parse_metadata(body)
    victim = next(one for one in match.players if one.deaths)
    nowhere = replace(victim, deaths=tuple(replace(one, place=None) for one in victim.deaths))
    players = tuple(nowhere if one is victim else one for one in match.players)
    packed = pack_paths(replace(match, players=players), Catalogue("none"))
    assert packed is not None
    deaths = decode_paths(packed).header.deaths
    assert len(deaths) == sum(len(one.deaths) for one in match.players)
    assert {(one.slot == victim.slot) == (one.x is None) for one in deaths} == {True}


def test_the_maps_last_souls_are_the_scoreboards(body: bytes) -> None:
    match = parse_metadata(body)
    first = match.players[0]
    finals = replace(first.finals, souls=first.snapshots[-1].net_worth + 2)
    changed = replace(match, players=(replace(first, finals=finals), *match.players[1:]))
    packed = pack_paths(changed, Catalogue("none"))
    assert packed is not None
    header = decode_paths(packed).header
    souls = dict(zip([one.slot for one in header.players], header.souls[-1].souls, strict=True))
    assert souls == {one.slot: one.finals.souls for one in changed.players}
