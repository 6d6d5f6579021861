"""What bringing a match and its timeline leaves in Valkey: no body, and nothing for good.

The seed system kept every timeline there without an end, up to 0.8 MB each.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis

from tests.lol.conftest import Riot
from tests.lol.kept import all_done, done, row_of
from webapp.lol import actions

OURS, NOWHERE = "EUW1_7100000002", "EUW1_7777777777"
A_DAY_S = 86_400
MOST_BYTES = 4_096
"""Of one key; the smallest body there is takes more than ten times that."""
BELLS = (b"rq:queues", b"rq:queue:", b"rq:job:")
"""Have no end by design: a run's id waits here until a worker hears it, and no run is told else."""


@pytest.fixture
def valkey(riot: Riot, valkey_url: str) -> Iterator[redis.Redis]:
    """Give Valkey after a match came with its timeline, and one was not there."""
    del riot
    with redis.Redis.from_url(valkey_url) as valkey:
        valkey.flushdb()
        assert done(actions.ask_for_match(OURS)).state == "done"
        all_done()
        row = row_of(OURS)
        assert row is not None
        assert row.timeline_key
        done(actions.ask_for_match(NOWHERE))
        yield valkey


def test_all_that_riots_calls_leave_in_valkey_ends_within_a_day(valkey: redis.Redis) -> None:
    kept = [key for key in valkey.scan_iter() if not key.startswith(BELLS)]
    starts = {bytes(key).partition(b"riot:")[0] + b"riot:" for key in kept}
    assert starts == {b"windows:riot:", b"riot:"}
    assert {key: valkey.ttl(key) for key in kept if not 0 < valkey.ttl(key) <= A_DAY_S} == {}


def test_no_body_is_in_valkey(valkey: redis.Redis) -> None:
    sizes = {key: valkey.memory_usage(key) or 0 for key in valkey.scan_iter()}
    assert sizes
    assert {key: size for key, size in sizes.items() if size > MOST_BYTES} == {}
