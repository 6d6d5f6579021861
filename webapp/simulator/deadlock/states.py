"""What each match id means here, so that a test can ask for any state by name.

- 101-105: the sample matches. Other ids below 1,000: unknown (404).
- 30,000,000-31,999,999: the four-lane dialect of 2024.
- Otherwise the last three digits decide: 403 protected player (403); 404 unknown (404);
  429 always over the limit; 500 always broken; 503 not fetched yet (503), for ever;
  502 not fetched yet at the first two asks, there from the third;
  400 a match whose salts are refused because it has metadata already.
- Every other id up to 2**32 is a generated match; above that: unknown.
- Accounts 900,000,001-900,000,240 play; 900,000,403 is protected; no other has matches.
"""

import threading
from collections import Counter

from webapp.simulator.deadlock.cast import ACCOUNTS, FIRST_ACCOUNT
from webapp.simulator.replies import Reply, error_reply
from webapp.simulator.samples import SAMPLES

PROTECTED_ACCOUNT = 900_000_403
FIRST_GENERATED = 1000
LAST_GENERATED = 2**32
OLD_IDS = range(30_000_000, 32_000_000)
HAS_METADATA = 400
LATE = 502
ASKS_UNTIL_FETCHED = 2
# A run of ids the players' histories are made of: 400 matches over eight weeks.
HISTORY_IDS = range(60_000_000, 60_000_000 + 61 * 400, 61)
_PLAIN_SCENARIOS = (
    *("normal", "comeback", "normal", "stomp", "pause", "normal", "base_race", "abandoned"),
    "short",
)
_LIMITED = 429
_REFUSALS = {
    403: (403, "User is protected"),
    404: (404, "Match metadata not found"),
    _LIMITED: (429, "Rate limit exceeded"),
    500: (500, "Fetching or parsing match metadata failed"),
    503: (503, "Match metadata is not available yet"),
}


class Asked:
    """How often each late match was asked for."""

    def __init__(self) -> None:
        """Start with none."""
        self._lock = threading.Lock()
        self._times: Counter[int] = Counter()

    def refusal(self, match_id: int) -> Reply | None:
        """Why this match cannot be had, or None when it can."""
        if match_id in SAMPLES:
            return None
        if not FIRST_GENERATED <= match_id <= LAST_GENERATED:
            return error_reply(*_REFUSALS[404])
        ending = match_id % 1000
        if ending == LATE:
            return self._late(match_id)
        if ending in _REFUSALS:
            refused = error_reply(*_REFUSALS[ending])
            return refused.plus(Retry_After="2") if ending == _LIMITED else refused
        return None

    def _late(self, match_id: int) -> Reply | None:
        with self._lock:
            self._times[match_id] += 1
            early = self._times[match_id] <= ASKS_UNTIL_FETCHED
        return error_reply(*_REFUSALS[503]) if early else None


def scenario_of(match_id: int) -> str:
    """Which arc a match id follows."""
    if match_id in SAMPLES:
        return SAMPLES[match_id]
    if match_id in OLD_IDS:
        return "four_lanes_old"
    return _PLAIN_SCENARIOS[match_id // 7 % len(_PLAIN_SCENARIOS)]


def plays(account_id: int) -> bool:
    """Whether an account is one of the invented people."""
    return FIRST_ACCOUNT <= account_id < FIRST_ACCOUNT + ACCOUNTS


def played_ids(count: int) -> list[int]:
    """Give that many matches of the players' histories, newest first, all to be had at once."""
    return [number for number in reversed(HISTORY_IDS) if is_plain(number)][:count]


def is_plain(match_id: int) -> bool:
    """Whether asking for a match simply gives it."""
    return match_id % 1000 not in {*_REFUSALS, LATE}
