"""Dota 2: one parsed OpenDota body a match."""

from __future__ import annotations

import json
from functools import partial
from typing import Final

from webapp.cli.bench.games import Bench, Bodies, tab_paths
from webapp.dota2.actions import ask_for_match
from webapp.dota2.ingest import save_generated
from webapp.dota2.pages.frame import FRAMING
from webapp.dota2.store.matches import load_row
from webapp.simulator.dota2 import generate_match

FIRST_ID: Final = 7_000_001
MOST: Final = 150_000


def _bodies() -> list[Bodies]:
    return [(json.dumps(generate_match(FIRST_ID + n)).encode(),) for n in range(3)]


def _kept_bytes(match_id: int) -> int:
    row = load_row(match_id)
    return row.kept_bytes if row else 0


BENCH: Final = Bench(
    title="Dota 2",
    bodies=_bodies,
    keep=lambda bodies: save_generated(*bodies),
    kept_bytes=_kept_bytes,
    tables=("dota2_match", "dota2_slice", "dota2_player"),
    paths=partial(tab_paths, FRAMING),
    ask_for=lambda number: ask_for_match(FIRST_ID + number),
    front="/dota2",
    most_bytes=MOST,
)
