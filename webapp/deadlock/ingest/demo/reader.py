"""What reads a demo: run by itself, shut in, as `python reader.py REQUEST.json`.

Writes each dataset as a Parquet file beside the request, and a line to report.jsonl before
and after each, so that whoever waits knows how far it came when it is killed. Imports
nothing of the project but its walls; everything it writes is read back as a stranger's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from webapp.core.jail.walls import Limits, raise_walls

SECONDS_APART = 1.0
GUARDIAN = "trooper_boss"
MOST_WORDS = 300


def main(request_path: str) -> None:
    """Put up the walls, then read what is asked for."""
    folder = Path(request_path).parent
    request = json.loads(Path(request_path).read_text())
    raise_walls(Limits(**request["limits"]))
    with (folder / "report.jsonl").open("a") as report:
        _read(request, folder, report)


def _read(request: dict[str, Any], folder: Path, report: IO[str]) -> None:
    import boon

    _say(report, begun="header")
    try:
        demo = boon.Demo(request["demo"], preload=False)
        _say(report, header=_header(demo, boon.__version__))
    except Exception as error:  # noqa: BLE001 - whatever the library makes of a hostile file
        _say(report, unreadable=_words(error))
        return
    clock = _clock(demo)
    for name in request["datasets"]:
        _say(report, begun=name)
        try:
            frame = READERS[name](demo)
            _timed(frame, clock).write_parquet(folder / f"{name}.parquet", compression="zstd")
            _say(report, read=name, rows=frame.height)
        except Exception as error:  # noqa: BLE001 - the others may still be read
            _say(report, failed=name, why=_words(error))


def _say(report: IO[str], **words: Any) -> None:
    report.write(json.dumps(words) + "\n")
    report.flush()


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:MOST_WORDS]


def _header(demo: Any, version: str) -> dict[str, Any]:
    """Say whose demo it is; only the build and the length are sure to be there."""
    people = demo.players.select("steam_id", "hero_id", "team_num").rows()
    return {
        "match_id": demo.match_id or None,
        "build": int(demo.build),
        "map_name": str(demo.map_name),
        "seconds": float(demo.total_seconds),
        "on_match_clock": demo.pregame_seconds is not None,
        "reader": version,
        "players": [[int(number or 0) for number in one] for one in people],
    }


def _clock(demo: Any) -> Any:
    """Give the seconds of every recorded tick, pauses left out; none where it cannot be told."""
    import polars as pl

    try:
        ticks = demo.world_ticks["tick"]
        on_match = demo.pregame_seconds is not None
        told: Callable[[int], float | None] = (
            demo.tick_to_match_seconds if on_match else demo.tick_to_seconds
        )
        seconds = [told(tick) for tick in ticks]
    except Exception:  # noqa: BLE001 - a demo without a clock still has rows
        ticks, seconds = [], []
    known = {"tick": ticks, "at_s": seconds}
    return pl.DataFrame(known, schema={"tick": pl.Int32, "at_s": pl.Float64}).unique("tick")


def _timed(frame: Any, clock: Any) -> Any:
    """Add each row's second: that of its tick or of the last recorded one before it."""
    import polars as pl

    ordered = frame.with_columns(pl.col("tick").cast(pl.Int32)).sort("tick")
    return ordered.join_asof(clock.sort("tick"), on="tick")


def _positions(demo: Any) -> Any:
    columns = ("tick", "steam_id", "hero_id", "x", "y", "z", "health", "max_health", "is_alive")
    return demo.snapshots("player_ticks", seconds=SECONDS_APART).select(*columns, "souls")


def _guardians(demo: Any) -> Any:
    """Read Guardians among the troopers; one that is gone at the next moment has fallen by then."""
    import polars as pl

    among = demo.snapshots("troopers", seconds=SECONDS_APART).sort("tick")
    told = among.filter(pl.col("trooper_type") == GUARDIAN)
    ticks = among.select("tick").unique().sort("tick")
    after = ticks.with_columns(gone=pl.col("tick").shift(-1))
    last = told.group_by("entity_id", maintain_order=True).last().select(told.columns)
    fell = last.join(after, on="tick").drop_nulls("gone")
    fell = fell.with_columns(tick=pl.col("gone"), health=pl.lit(0, told.schema["health"]))
    return pl.concat([told, fell.select(told.columns)])


def _kills(demo: Any) -> Any:
    import polars as pl

    helpers = pl.col("assister_hero_ids").list.eval(pl.element().cast(pl.String)).list.join(" ")
    return demo.kills.with_columns(helpers)


def _items(demo: Any) -> Any:
    """Read item events as recorded; their component links alone would need the catalogue."""
    return demo._item_purchases.select("tick", "steam_id", "hero_id", "ability_id", "change")  # noqa: SLF001 - the public name downloads


def _modifiers(demo: Any) -> Any:
    """Read what was put on players and went, with the catalogue's name beside each number."""
    import boon
    import polars as pl

    name = pl.col("modifier_id").replace_strict(
        boon.modifier_names(), default=None, return_dtype=pl.String
    )
    return demo.active_modifiers.with_columns(modifier=name)


def _flat(frame: Any) -> Any:
    """Leave out what is no plain column."""
    import polars as pl

    return frame.select(pl.exclude(pl.List, pl.Struct, pl.Object))


READERS: dict[str, Callable[[Any], Any]] = {
    "kills": _kills,
    "hits": lambda demo: demo.damage,
    "casts": lambda demo: demo.abilities,
    "bosses": lambda demo: demo.objectives,
    "guardians": _guardians,
    "items": _items,
    "upgrades": lambda demo: demo.ability_upgrades,
    "mid_boss": lambda demo: demo.mid_boss,
    "positions": _positions,
    "modifiers": _modifiers,
    "urn": lambda demo: _flat(demo.urn),
}


if __name__ == "__main__":
    main(sys.argv[1])
