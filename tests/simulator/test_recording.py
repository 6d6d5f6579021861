"""The drawn recording of a generated match: the same every time, and true to the metadata."""

from __future__ import annotations

import bz2
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from webapp.simulator import RECORDED, write_sample_recording
from webapp.simulator.deadlock import generate_match
from webapp.simulator.deadlock.recording import draw_tables
from webapp.simulator.server import running_simulator


def test_the_same_match_gives_the_same_recording(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    write_sample_recording(tmp_path / "one")
    write_sample_recording(tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert "hits.parquet" in names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    first = (tmp_path / "one" / "report.jsonl").read_text().splitlines()[1]
    assert json.loads(first)["header"]["match_id"] == RECORDED


def test_kills_are_the_metadatas_deaths_and_hits_lead_to_them() -> None:
    info = generate_match(5001)["match_info"]
    tables = draw_tables(info)
    deaths = sorted(
        (death["game_time_s"], one["hero_id"])
        for one in info["players"]
        for death in one["death_details"]
    )
    told = zip(tables["kills"]["at_s"], tables["kills"]["victim_hero_id"], strict=True)
    assert sorted((int(at), hero) for at, hero in told) == deaths
    lethal = [left for left in tables["hits"]["victim_health_new"] if left == 0]
    assert len(lethal) == len(deaths)
    for table in tables.values():
        assert table["at_s"] == sorted(table["at_s"]) or table is tables["positions"]
        assert len({len(column) for column in table.values()}) == 1


def test_a_real_demo_is_served_packed_under_its_own_number_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deadlock" / "demos"
    folder.mkdir(parents=True)
    (folder / "5002.dem").write_bytes(b"PBDEMS2\0" + bytes(99))
    (folder / "other.dem").write_bytes(b"PBDEMS2\0")
    with running_simulator(real_data=tmp_path) as running:
        start = f"{running.deadlock_url}/1422450"
        with urllib.request.urlopen(f"{start}/5002_77.dem.bz2", timeout=30) as reply:  # noqa: S310 - our own simulator
            assert bz2.decompress(reply.read()) == b"PBDEMS2\0" + bytes(99)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{start}/5003_77.dem.bz2", timeout=30)  # noqa: S310 - our own simulator
