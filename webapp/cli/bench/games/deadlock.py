"""Deadlock: one metadata body a match."""

from __future__ import annotations

import json
from functools import partial
from typing import Final

from webapp.cli.bench.deadlock.across import measure_across
from webapp.cli.bench.deadlock.seed import measure_seed
from webapp.cli.bench.games import Bench, Bodies, tab_paths
from webapp.deadlock.actions import ask_for_match
from webapp.deadlock.ingest import save_generated
from webapp.deadlock.pages.frame import FRAMING
from webapp.deadlock.store.matches import load_row
from webapp.simulator.deadlock import generate_match

FIRST_ID: Final = 7_000_001


def _bodies() -> list[Bodies]:
    return [(json.dumps(generate_match(FIRST_ID + n)).encode(),) for n in range(3)]


def _kept_bytes(match_id: int) -> int:
    row = load_row(match_id)
    return row.kept_bytes if row else 0


BENCH: Final = Bench(
    title="Deadlock",
    bodies=_bodies,
    keep=lambda bodies: save_generated(*bodies),
    kept_bytes=_kept_bytes,
    tables=("deadlock_match", "deadlock_slice", "deadlock_player"),
    paths=partial(tab_paths, FRAMING),
    ask_for=lambda number: ask_for_match(FIRST_ID + number),
    front="/deadlock",
    most_floors=3,
    more=(measure_seed, measure_across),
)
