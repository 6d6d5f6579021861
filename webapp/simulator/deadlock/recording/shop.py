"""What was bought, used up and learnt in a drawn recording: the metadata's, within its seconds."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from webapp.simulator.deadlock.facts import items
from webapp.simulator.deadlock.recording.table import Table, table_of

WITHIN_S = 0.95
BOUGHT_MARK = 1
Row = tuple[Any, ...]


def items_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Give what the shop sold and took back; a part goes at the tick of what it went into."""
    shop = {item.id for item in items()}
    rows = [
        row
        for one in info["players"]
        for row in _changes(one["hero_id"], [i for i in one["items"] if i["item_id"] in shop], rng)
    ]
    return table_of(("hero_id", "ability_id", "change"), rows)


def _changes(hero_id: int, lines: list[dict[str, Any]], rng: np.random.Generator) -> Iterator[Row]:
    seconds = sorted(
        {second for one in lines for second in (one["game_time_s"], one["sold_time_s"])}
    )
    exact = {second: _within(second, rng) for second in seconds}
    for one in lines:
        yield exact[one["game_time_s"]], hero_id, one["item_id"], "purchased"
        if gone := one["sold_time_s"]:
            yield exact[gone], hero_id, one["item_id"], "sold"


def upgrades_table(info: dict[str, Any], rng: np.random.Generator) -> Table:
    """Give every raised ability with its tier, the first above the unlock."""
    rows: list[Row] = []
    for one in info["players"]:
        tiers: Counter[int] = Counter()
        for line in one["items"]:
            if line["upgrade_id"] > BOUGHT_MARK:
                tiers[line["item_id"]] += 1
                at = _within(line["game_time_s"], rng)
                rows.append((at, one["hero_id"], line["item_id"], tiers[line["item_id"]]))
    return table_of(("hero_id", "ability_id", "tier"), rows)


def _within(second: int, rng: np.random.Generator) -> float:
    return round(second + float(rng.random()) * WITHIN_S, 2)
