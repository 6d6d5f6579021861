"""However many processes ask, an upstream sees no more than it allows."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from collections.abc import Iterator

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from webapp.core.rate_limit import Breaker, Bucket, Limiter, Window
from webapp.core.rate_limit.local import LocalLimiter

TAKEN = 36
"""Places the two processes take together: the last waits for both windows to open again."""

# Takes places until all are taken. The widest window only keeps the moments of all of them.
ASKER = """
import sys, time, redis
from webapp.core.rate_limit import Bucket, Limiter, Window
valkey = redis.Redis.from_url(sys.argv[1])
windows = Window(10, 0.5), Window(25, 2.0), Window(1000, 600.0)
limiter, bucket = Limiter(valkey), Bucket(sys.argv[2], windows)
while valkey.incr(f"{sys.argv[2]}:asked") <= int(sys.argv[3]):
    while wait := limiter.take([bucket]):
        time.sleep(wait)
"""


@pytest.fixture
def valkey(valkey_url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(valkey_url) as connection:
        yield connection


@pytest.fixture
def name() -> str:
    return f"test-{uuid.uuid4().hex}"


def test_two_processes_together_stay_inside_every_window(
    valkey: redis.Redis, valkey_url: str, name: str
) -> None:
    command = [sys.executable, "-c", ASKER, valkey_url, name, str(TAKEN)]
    askers = [subprocess.Popen(command) for _ in range(2)]
    assert [asker.wait(60) for asker in askers] == [0, 0]
    log = valkey.zrange(f"limit:{name}:log", 0, -1, withscores=True)
    moments = [score for _, score in log]
    assert len(moments) == TAKEN
    assert all(b - a >= 500 for a, b in zip(moments, moments[10:], strict=False))
    assert all(b - a >= 2000 for a, b in zip(moments, moments[25:], strict=False))


def test_a_wait_is_told_and_true(valkey: redis.Redis, name: str) -> None:
    limiter, bucket = Limiter(valkey), Bucket(name, (Window(2, 2.0),))
    began = time.monotonic()
    assert [limiter.take([bucket]), limiter.take([bucket])] == [0, 0]
    wait = limiter.take([bucket])
    took = time.monotonic() - began + 0.001  # the server counts whole milliseconds
    assert 2.0 - took <= wait <= 2.0
    time.sleep(wait)
    assert limiter.take([bucket]) == 0


def test_nothing_is_taken_unless_every_bucket_has_room(valkey: redis.Redis, name: str) -> None:
    limiter = Limiter(valkey)
    wide, narrow = Bucket(f"{name}-w", (Window(9, 9),)), Bucket(f"{name}-n", (Window(1, 9),))
    assert limiter.take([wide, narrow]) == 0
    assert limiter.take([wide, narrow]) > 8
    assert valkey.zcard(f"limit:{wide.name}:log") == 1


def test_what_costs_more_is_taken_whole_or_not_at_all(valkey: redis.Redis, name: str) -> None:
    one, ten = (Bucket(name, (Window(12, 9),), cost=cost) for cost in (1, 10))
    limiter = Limiter(valkey)
    assert [limiter.take([one]), limiter.take([ten])] == [0, 0]
    assert 8 < limiter.take([ten]) <= 9
    assert valkey.zcard(f"limit:{name}:log") == 11
    assert limiter.take([one]) == 0
    assert limiter.take([one]) > 8


def test_what_costs_more_is_counted_whole_alone_too() -> None:
    one, ten = (Bucket("dear", (Window(96, 60),), cost=cost) for cost in (1, 10))
    limiter = Limiter(None)
    assert [limiter.take([one]), limiter.take([ten])] == [0, 0]
    assert 50 < limiter.take([ten]) <= 60
    assert limiter.take([one]) == 0
    assert limiter.take([one]) > 50


def test_a_freeze_holds_for_others_and_only_grows(valkey: redis.Redis, name: str) -> None:
    bucket = Bucket(name, ())
    mine, theirs = Limiter(valkey), Limiter(valkey)
    assert mine.freeze(bucket, 30) == 30
    assert mine.freeze(bucket, 1) == 1
    assert 20 < theirs.take([bucket]) <= 30
    assert mine.freeze(bucket, 86_400) == 900


def test_a_window_the_upstream_names_is_kept_to(valkey: redis.Redis, name: str) -> None:
    limiter, bucket = Limiter(valkey), Bucket(name, (Window(100, 1),))
    limiter.learn(bucket, Window(2, 60))
    limiter.learn(bucket, Window(0, 60))
    assert [limiter.take([bucket]) for _ in range(2)] == [0, 0]
    assert limiter.take([bucket]) > 50


def test_without_valkey_a_process_keeps_to_its_share() -> None:
    limiter = Limiter(redis.Redis(port=1, retry=Retry(NoBackoff(), 0)))
    bucket = Bucket("alone", (Window(16, 60),))
    assert [limiter.take([bucket]) for _ in range(2)] == [0, 0]
    assert 50 < limiter.take([bucket]) <= 60
    limiter.freeze(Bucket("other", ()), 5)
    assert 4 < limiter.take([Bucket("other", ())]) <= 5


def test_a_narrow_window_still_lets_one_call_through_alone() -> None:
    limiter = LocalLimiter(clock=lambda: 10.0)
    assert limiter.take([("a", [(3, 3600)])]) == 0
    assert limiter.take([("a", [(3, 3600)])]) == 3600


@pytest.mark.parametrize("shared", [True, False])
def test_a_breaker_opens_tries_once_and_closes(
    valkey: redis.Redis, name: str, *, shared: bool
) -> None:
    breaker = Breaker(name, valkey if shared else None, open_seconds=4.0)
    other = Breaker(name, valkey, open_seconds=4.0) if shared else breaker
    for _ in range(4):
        breaker.failed()
    assert other.allow() == 0
    breaker.failed()
    wait = other.allow()
    assert 0 < wait <= 4.0
    time.sleep(wait + 0.01)
    assert other.allow() == 0  # half-open: one may try
    assert breaker.allow() > 0
    other.succeeded()
    assert breaker.allow() == 0
    breaker.failed()
    assert breaker.allow() == 0


def test_a_success_between_failures_keeps_a_breaker_closed(valkey: redis.Redis, name: str) -> None:
    breaker = Breaker(name, valkey)
    for _ in range(3):
        for _ in range(4):
            breaker.failed()
        breaker.succeeded()
    assert breaker.allow() == 0
