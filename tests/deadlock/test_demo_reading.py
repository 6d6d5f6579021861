"""Real demos are read shut in; a reader that dies costs what it was at, and no more."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from flask import Flask

from tests.deadlock.demo_files import (
    LOCAL,
    MIDTOWN,
    MIDTOWN_ID,
    SHORTEST,
    STREET,
    demo_path,
    foreign_path,
    write_names,
)
from webapp.core.settings import EXTENSION
from webapp.deadlock.domain.demos import DATASETS, NEED_NAMES, DemoRefused, keep_columns
from webapp.deadlock.domain.demos.bosses import boss_health
from webapp.deadlock.ingest.demo import reading
from webapp.deadlock.ingest.demo.reading import DAMAGED, NO_FIT, NO_NAMES, Bounds, read_demo

STAND_IN = """
import json, os, signal, sys, time
from pathlib import Path
folder = Path(sys.argv[1]).parent
asked = json.loads(Path(sys.argv[1]).read_text())["datasets"]
with (folder / "asked").open("a") as log:
    log.write(" ".join(asked) + "\\n")
report = (folder / "report.jsonl").open("a", buffering=1)
def say(**words): report.write(json.dumps(words) + "\\n")
say(begun="header")
say(header=dict(match_id=7, build=1, map_name="m", seconds=1.0, on_match_clock=True,
                reader="none", players=[]))
for name in asked:
    say(begun=name)
    {death}
    say(read=name, rows=0)
"""


BURNING = """
import sys
sys.path.insert(0, {folder!r})
import reader
def burn(_demo):
    while True:
        pass
reader.READERS["casts"] = burn
reader.main(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("name", "match_id", "build", "people", "rows"),
    [
        (MIDTOWN, MIDTOWN_ID, 10200, 12, {"hits": 593, "bosses": 12, "guardians": 108, "kills": 1}),
        (STREET, 15910339, 10000, 12, {"hits": 682, "bosses": 14, "guardians": 600, "kills": 0}),
        (LOCAL, None, 10524, 1, {"hits": 12, "bosses": 8, "guardians": 6, "positions": 15}),
        (SHORTEST, None, 10423, 1, {"hits": 0, "bosses": 12, "guardians": 18, "positions": 0}),
    ],
)
def test_a_real_demo_is_read_as_far_as_its_age_allows(  # noqa: PLR0913, PLR0917 - what a demo is
    app: Flask,
    tmp_path: Path,
    name: str,
    match_id: int | None,
    build: int,
    people: int,
    rows: dict[str, int],
) -> None:
    del app
    found = read_demo(demo_path(name), tmp_path)
    assert (found.header.match_id, found.header.build) == (match_id, build)
    assert len(found.header.players) == people
    assert set(found.read) == set(DATASETS) - NEED_NAMES
    assert found.failed == dict.fromkeys(NEED_NAMES, NO_NAMES)
    for table, count in rows.items():
        assert pl.read_parquet(tmp_path / f"{table}.parquet").height == count, table


def test_every_lane_of_a_real_demo_has_one_guardian_a_side(app: Flask, tmp_path: Path) -> None:
    del app
    lanes_of = {MIDTOWN: (3, False), STREET: (4, True), LOCAL: (1, False), SHORTEST: (3, False)}
    for name, (lanes, four) in lanes_of.items():
        (folder := tmp_path / name).mkdir()
        read_demo(demo_path(name), folder)
        frame = pl.read_parquet(folder / "guardians.parquet")
        # A recording of a match not played through has no clock.
        table = keep_columns(
            frame.with_columns(at_s=pl.col("tick") / 64), DATASETS["guardians"], {}
        )
        found = boss_health({"guardians": table}, four=four)
        assert len(found) == len({(one.side, one.lane) for one in found}) == 2 * lanes
        assert all(0 < health <= one.max_health for one in found for health in one.health)
        assert {one.max_health for one in found} <= {3500, 5500}


def test_real_hits_keep_their_time_and_health(app: Flask, tmp_path: Path) -> None:
    del app
    read_demo(demo_path(), tmp_path)
    hits = pl.read_parquet(tmp_path / "hits.parquet")
    assert hits["at_s"].is_sorted()
    assert 0 <= hits["at_s"].min() <= hits["at_s"].max() <= 18  # type: ignore[operator]
    assert hits["damage"].sum() > 5000
    bosses = pl.read_parquet(tmp_path / "bosses.parquet")
    assert (bosses["health"] <= bosses["max_health"]).all()


@pytest.mark.parametrize("damage", ["half", "start", "noise", "spoiled"])
def test_a_damaged_demo_is_refused(app: Flask, tmp_path: Path, damage: str) -> None:
    del app
    body = demo_path().read_bytes()
    spoiled = {
        "half": body[: len(body) // 2],
        "start": body[:200],
        "noise": b"PBDEMS2\0" + os.urandom(100_000),
        "spoiled": body[:1_800_000] + b"\xff" * 24 + body[1_800_024:],
    }
    path = tmp_path / "demo"
    path.write_bytes(spoiled[damage])
    with pytest.raises(DemoRefused, match="damaged or cut short"):
        read_demo(path, tmp_path)


def test_a_demo_of_another_game_is_refused_by_the_reader_too(app: Flask, tmp_path: Path) -> None:
    del app
    path = foreign_path("synthetic_fileinfo_only.dem")
    with pytest.raises(DemoRefused, match="of a form the reader does not know"):
        read_demo(path, tmp_path)


def test_memory_it_may_not_have_ends_it_with_a_sentence(app: Flask, tmp_path: Path) -> None:
    del app
    bounds = Bounds(memory_bytes=200_000_000)
    with pytest.raises(DemoRefused, match="more memory than it may"):
        read_demo(demo_path(), tmp_path, bounds)


def test_time_it_may_not_have_ends_it_with_a_sentence(app: Flask, tmp_path: Path) -> None:
    del app
    with pytest.raises(DemoRefused, match="longer than it may"):
        read_demo(demo_path(), tmp_path, Bounds(seconds=0.05))


def test_processor_time_it_may_not_have_ends_it_long_before_the_clock_does(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    script = tmp_path / "burning.py"
    script.write_text(BURNING.format(folder=str(reading.READER.parent)))
    monkeypatch.setattr(reading, "READER", script)
    begun = time.monotonic()
    found = read_demo(demo_path(LOCAL), tmp_path, Bounds(seconds=60, cpu_seconds=2))
    assert time.monotonic() - begun < 30
    assert found.read == ("kills", "hits")
    assert found.failed["casts"] == "reading it took longer than it may, and was stopped"


def test_one_busy_thread_meets_the_limit_of_processor_time_first() -> None:
    assert Bounds().cpu_seconds < Bounds().seconds


def stood_in(folder: Path, monkeypatch: pytest.MonkeyPatch, death: str) -> Path:
    script = folder / "stand_in.py"
    script.write_text(STAND_IN.replace("{death}", death))
    monkeypatch.setattr(reading, "READER", script)
    demo = folder / "demo"
    demo.write_bytes(b"PBDEMS2\0")
    return demo


def test_a_reader_killed_over_one_table_is_started_again_for_the_rest(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    death = "if name in {'hits', 'items'}: os.kill(os.getpid(), signal.SIGSEGV)"
    found = read_demo(stood_in(tmp_path, monkeypatch, death), tmp_path)
    assert found.failed["hits"] == found.failed["items"] == "the reader broke over it"
    assert set(found.read) == set(DATASETS) - NEED_NAMES - {"hits", "items"}
    asked = [line.split() for line in (tmp_path / "asked").read_text().splitlines()]
    assert len(asked) == 3
    assert [first[0] for first in asked] == ["kills", "casts", "upgrades"]


def test_a_table_the_library_cannot_read_is_said_in_plain_words(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    fails = "if name == 'hits': say(failed=name, why='InvalidDemoError: bit 4'); continue"
    found = read_demo(stood_in(tmp_path, monkeypatch, fails), tmp_path)
    assert found.failed["hits"] == DAMAGED
    assert set(found.read) == set(DATASETS) - NEED_NAMES - {"hits"}


def test_a_reader_that_hangs_keeps_what_it_had_read(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    demo = stood_in(tmp_path, monkeypatch, "if name == 'casts': time.sleep(600)")
    found = read_demo(demo, tmp_path, Bounds(seconds=1.5))
    assert found.read == ("kills", "hits")
    assert found.failed["casts"] == "reading it took longer than it may, and was stopped"
    assert len((tmp_path / "asked").read_text().splitlines()) == 1


def test_a_reader_that_lies_about_being_done_gets_no_second_say(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    found = read_demo(stood_in(tmp_path, monkeypatch, "sys.exit(0)"), tmp_path)
    assert found.read == ()
    assert set(found.failed) == set(DATASETS)


def test_a_folder_of_names_is_handed_on_and_the_network_never_asked(
    app: Flask, tmp_path: Path
) -> None:
    """With a version that is no catalogue the reader fails over those tables alone."""
    names = tmp_path / "names"
    (names / "6698").mkdir(parents=True)
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(kept, boon_data_dir=str(names))
    try:
        found = read_demo(demo_path(), tmp_path)
    finally:
        app.extensions[EXTENSION] = kept
    assert set(found.read) >= set(DATASETS) - NEED_NAMES
    assert set(found.failed.values()) <= {NO_FIT}


def test_with_names_modifiers_are_read_of_a_real_demo(app: Flask, tmp_path: Path) -> None:
    write_names(tmp_path / "names", {4267845006: "modifier_known", 1: "modifier_other"})
    kept = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(kept, boon_data_dir=str(tmp_path / "names"))
    try:
        found = read_demo(demo_path(LOCAL), tmp_path)
    finally:
        app.extensions[EXTENSION] = kept
    assert "modifiers" in found.read
    assert found.failed == {"urn": NO_FIT}
    raw = pl.read_parquet(tmp_path / "modifiers.parquet")
    table = keep_columns(raw, DATASETS["modifiers"], {55: 1, 6: 7})
    assert table.height == 21
    assert set(table["event"]) == {"applied"}
    assert set(table["slot"]) == {1, 7} == set(table["caster"])
    assert table["serial"].n_unique() == 21
    known = table.filter(pl.col("modifier_id") == 4267845006)
    assert set(known["modifier"]) == {"modifier_known"}
    assert table["modifier"].null_count() == 21 - known.height
