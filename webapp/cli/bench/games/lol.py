"""League of Legends: a match and its timeline."""

from __future__ import annotations

from functools import partial
from typing import Final

from webapp.cli.bench.games import Bench, Bodies, tab_paths
from webapp.lol.actions import ask_for_match
from webapp.lol.ingest import save_generated
from webapp.lol.pages.frame import FRAMING
from webapp.lol.store.matches import load_row
from webapp.simulator.riot import match_bytes, timeline_bytes

FIRST_NUMBER: Final = 7_100_000_001
IDS: Final = tuple(f"EUW1_{FIRST_NUMBER + n}" for n in range(3))
MOST: Final = 100_000


def _bodies() -> list[Bodies]:
    return [(match_bytes(one), timeline_bytes(one) or b"") for one in IDS]


def _kept_bytes(match_id: str) -> int:
    row = load_row(match_id)
    return row.kept_bytes if row else 0


def _keep(bodies: Bodies) -> str:
    match, timeline = bodies
    return save_generated(match, timeline or None)


BENCH: Final = Bench(
    title="League",
    bodies=_bodies,
    keep=_keep,
    kept_bytes=_kept_bytes,
    tables=("lol_match", "lol_slice", "lol_player"),
    paths=partial(tab_paths, FRAMING),
    ask_for=lambda number: ask_for_match(f"EUW1_{FIRST_NUMBER + number}"),
    front="/lol",
    most_bytes=MOST,
)
