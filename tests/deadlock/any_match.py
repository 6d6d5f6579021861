"""Any generated match, analysed: what the invariants of an analysis are tried on."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from hypothesis import example, given

from tests.simulator.making import ANY_MATCH, QUICK
from webapp.deadlock.domain.analysis import Analysis, analyse
from webapp.deadlock.domain.parse import parse_metadata
from webapp.simulator.deadlock import SCENARIOS, generate_match

Key: TypeAlias = tuple[int, int | None, str]


def on_any_match(test: Callable[[Key], None]) -> Callable[[], None]:
    """Try a test on one match of every scenario, then on any."""
    for scenario in SCENARIOS:
        test = example((7001, None, scenario))(test)
    return QUICK(given(ANY_MATCH)(test))


@lru_cache(maxsize=32)
def analysis_of(key: Key) -> Analysis:
    match_id, seed, scenario = key
    body = generate_match(match_id, seed=seed, scenario=scenario)
    return analyse(parse_metadata(json.dumps(body).encode()))
