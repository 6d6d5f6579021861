"""Any match: what the invariants are tried on."""

from functools import lru_cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from webapp.simulator.deadlock import SCENARIOS, generate_match

QUICK = settings(max_examples=4, derandomize=True)
ANY_MATCH = st.tuples(
    st.integers(1000, 2**32),
    st.one_of(st.none(), st.integers(0, 2**31)),
    st.sampled_from(SCENARIOS),
)


@lru_cache(maxsize=64)
def info_of(match_id: int, seed: int | None, scenario: str) -> dict[str, Any]:
    info: dict[str, Any] = generate_match(match_id, seed=seed, scenario=scenario)["match_info"]
    return info
