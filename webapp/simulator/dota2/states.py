"""What each match id means here, so that a test can ask for any state by name.

- 201 to 205: the sample matches. Other ids below 1,000: unknown.
- Otherwise the last three digits decide: 404 unknown; 429 always over the limit; 500 always
  broken; 600 not parsed until it is asked for, then after two looks at the job; 601 not parsed
  for ever, its replay is gone; 602 unknown to OpenDota, yet Steam lists it.
- Every other id up to ten thousand million is a parsed match; above that: unknown.
- Accounts 910,000,001 to 910,000,200 play; 910,000,403 hides its matches; no other is known.
"""

import threading

from webapp.simulator.dota2.samples import SAMPLES

PRIVATE_ACCOUNT = 910_000_403
FIRST_GENERATED = 1_000
LAST_GENERATED = 10_000_000_000
UNKNOWN, LIMITED, BROKEN, UNPARSED, NO_REPLAY, ONLY_STEAM = 404, 429, 500, 600, 601, 602
_STATES = frozenset({UNKNOWN, LIMITED, BROKEN, UNPARSED, NO_REPLAY, ONLY_STEAM})
LOOKS_UNTIL_PARSED = 2
# The ids histories are made of: 300 matches from April to September 2026.
HISTORY_IDS = range(8_300_000_000, 8_300_000_000 + 1_400_061 * 300, 1_400_061)


def state_of(match_id: int) -> int:
    """Give 200 for a parsed match, else the number that names its state."""
    if match_id in SAMPLES:
        return 200
    if not FIRST_GENERATED <= match_id <= LAST_GENERATED:
        return UNKNOWN
    last = match_id % 1000
    return last if last in _STATES else 200


class Requests:
    """Parses that were asked for, and how often their jobs were looked at."""

    def __init__(self) -> None:
        """Start with none."""
        self._lock = threading.Lock()
        self._looks: dict[int, int] = {}

    def ask(self, match_id: int) -> int:
        """Take a request; the job's number is the match's."""
        with self._lock:
            self._looks.setdefault(match_id, 0)
        return match_id

    def pending(self, job_id: int) -> bool:
        """Say whether a job is still under way; each look brings its end nearer."""
        with self._lock:
            if job_id not in self._looks:
                return False
            self._looks[job_id] += 1
            return self._looks[job_id] <= LOOKS_UNTIL_PARSED

    def parsed(self, match_id: int) -> bool:
        """Say whether the match is parsed by now."""
        state = state_of(match_id)
        if state != UNPARSED:
            return state == 200  # noqa: PLR2004 - HTTP's own number
        with self._lock:
            return self._looks.get(match_id, 0) > LOOKS_UNTIL_PARSED
