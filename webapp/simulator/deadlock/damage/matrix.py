"""The books as the wire has them: dealer, source, target, and right-aligned running sums."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.damage.ledger import DAMAGE, MITIGATED, WORLD, Ledger
from webapp.simulator.deadlock.damage.sources import MISC, TOTALS
from webapp.simulator.deadlock.story.events import Ints

_Key = tuple[int, str]
_Lines = dict[int, dict[_Key, dict[int, Ints]]]


def matrix_of(ledger: Ledger, clock: Clock, *, old: bool) -> dict[str, Any]:
    """damage_matrix, with totals beside details; old matches mitigate in totals only."""
    samples = clock.samples()
    rows = clock.rows(samples)
    lines = _with_totals(ledger, old=old)
    index: dict[_Key, int] = {}
    dealers = [
        {
            "dealer_player_slot": dealer,
            "damage_sources": [
                {
                    "damage_to_players": list(_targets(targets, rows)),
                    "source_details_index": index.setdefault(key, len(index)),
                }
                for key, targets in sources.items()
            ],
        }
        for dealer, sources in lines.items()
    ]
    return {
        "damage_dealers": dealers,
        "sample_time_s": samples,
        "source_details": {
            "stat_type": [stat for stat, _ in index],
            "source_name": [name for _, name in index],
        },
    }


def _with_totals(ledger: Ledger, *, old: bool) -> _Lines:
    lines: _Lines = {}
    for (stat, dealer, name, total, target), amounts in ledger.lines.items():
        sources = lines.setdefault(dealer, {})
        if stat in {DAMAGE, MITIGATED} and total in TOTALS:
            _add(sources, (stat, total), target, amounts)
        if not (old and stat == MITIGATED):
            _add(sources, (stat, name), target, amounts)
    for dealer, sources in lines.items():
        if dealer != WORLD:
            first = next(iter(sources.values()))
            sources[(MITIGATED, MISC)] = {next(iter(first)): np.zeros(ledger.size, dtype=np.int64)}
    return lines


def _add(sources: dict[_Key, dict[int, Ints]], key: _Key, target: int, amounts: Ints) -> None:
    targets = sources.setdefault(key, {})
    targets[target] = targets[target] + amounts if target in targets else amounts


def _targets(targets: dict[int, Ints], rows: Ints) -> Iterator[dict[str, Any]]:
    """Give running sums at the samples, from the first that is not zero: hence right-aligned."""
    for target, amounts in targets.items():
        sums = np.cumsum(amounts)[rows]
        begun = int(np.searchsorted(sums, 1))
        yield {"target_player_slot": target, "damage": sums[begun:].tolist()}
