"""A drawn recording beside a generated match: what the reader of its demo would have written.

No demo file is ever generated: these are the reader's tables and report. Kills, falls, places
and items are those of the metadata, to the second; single hits, casts, modifiers, health between
first damage and fall, and height are drawn. The same match gives the same bytes.
"""

import json
from pathlib import Path
from typing import Any

from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.recording.fights import deaths_of, hits_table, kills_table
from webapp.simulator.deadlock.recording.modifiers import modifiers_table
from webapp.simulator.deadlock.recording.rest import (
    bosses_table,
    casts_table,
    guardians_table,
    positions_table,
)
from webapp.simulator.deadlock.recording.shop import items_table, upgrades_table
from webapp.simulator.deadlock.recording.table import Table

STEAM_BASE = 76561197960265728
DRAWN_BY = "drawn"


def write_recording(body: dict[str, Any], folder: Path) -> None:
    """Write the tables and the report of one generated match into a folder."""
    import polars as pl

    info = body["match_info"]
    said: list[dict[str, Any]] = [{"begun": "header"}, {"header": _header(info)}]
    for name, table in draw_tables(info).items():
        frame = pl.DataFrame(table, infer_schema_length=None)
        frame.write_parquet(folder / f"{name}.parquet", compression="zstd")
        said += [{"begun": name}, {"read": name, "rows": frame.height}]
    text = "".join(json.dumps(line) + "\n" for line in said)
    (folder / "report.jsonl").write_text(text)


def draw_tables(info: dict[str, Any]) -> dict[str, Table]:
    """Draw every table by name, each as columns."""
    rng = stream(info["match_id"], None, "recording")
    shop = stream(info["match_id"], None, "recorded shop")
    deaths = deaths_of(info, rng)
    return {
        "kills": kills_table(deaths),
        "hits": hits_table(info, deaths, rng),
        "casts": casts_table(info, rng),
        "bosses": bosses_table(info, rng),
        "guardians": guardians_table(info, stream(info["match_id"], None, "recorded Guardians")),
        "items": items_table(info, shop),
        "upgrades": upgrades_table(info, shop),
        "positions": positions_table(info, rng),
        "modifiers": modifiers_table(info, stream(info["match_id"], None, "recorded modifiers")),
    }


def _header(info: dict[str, Any]) -> dict[str, Any]:
    people = [
        [STEAM_BASE + one["account_id"], one["hero_id"], one["team"] + 2] for one in info["players"]
    ]
    return {
        "match_id": info["match_id"], "build": 0, "map_name": "generated",
        "seconds": float(info["duration_s"]), "on_match_clock": True, "reader": DRAWN_BY,
        "players": people,
    }  # fmt: skip
