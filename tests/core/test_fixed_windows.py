"""Fixed windows shared by all processes: opened by the first call, learned, corrected, frozen."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator

import pytest
import redis

from webapp.core.rate_limit import FixedLimiter, Place, Scope, Window


@pytest.fixture
def limiter(valkey_url: str) -> Iterator[FixedLimiter]:
    with redis.Redis.from_url(valkey_url) as valkey:
        yield FixedLimiter(valkey)


@pytest.fixture
def app() -> Scope:
    return Scope(f"test-{uuid.uuid4().hex}", (Window(3, 1.0), Window(5, 60.0)))


def test_no_window_of_any_scope_is_passed(limiter: FixedLimiter, app: Scope) -> None:
    method = Scope(f"{app.name}:match", (Window(2, 5.0),))
    assert [limiter.take([app, method]).wait for _ in range(2)] == [0, 0]
    assert 4.5 < limiter.take([app, method]).wait <= 5.06
    assert limiter.take([app]).wait == 0
    assert 0.5 < limiter.take([app]).wait <= 1.06  # three in the second: the refused took nothing


def test_a_window_opens_with_its_first_call_and_stays_a_little_longer(
    limiter: FixedLimiter, app: Scope
) -> None:
    for _ in range(3):
        limiter.take([app])
    wait = limiter.take([app]).wait
    time.sleep(max(0.0, wait - 0.03))
    assert 0 < limiter.take([app]).wait <= 0.03
    time.sleep(0.04)
    assert limiter.take([app]).wait == 0


def test_windows_are_learned_and_a_higher_count_holds(limiter: FixedLimiter, app: Scope) -> None:
    place = limiter.take([app])
    limiter.told(app, "10:30,40:600", "9:30,9:600", place)
    assert limiter.take([app]).wait == 0
    assert limiter.take([app]).wait > 20
    assert [(one.calls, one.used) for one in limiter.standing(app)] == [(10, 10), (40, 10)]


def test_a_count_of_a_window_gone_by_is_not_believed(limiter: FixedLimiter, app: Scope) -> None:
    old = Place(0.0, {app.name: {"1": "1", "60": "1"}})
    limiter.take([app])
    limiter.told(app, "3:1,5:60", "3:1,5:60", old)
    assert limiter.take([app]).wait == 0


def test_nonsense_in_headers_is_not_learned(limiter: FixedLimiter, app: Scope) -> None:
    for windows, counts in (("", ""), ("20", "1:1"), ("a:b", "1:1"), ("20:1", "x")):
        limiter.told(app, windows, counts, Place(0.0))
    assert [(one.calls, one.seconds) for one in limiter.standing(app)] == [(3, 1), (5, 60)]


def test_the_patient_leave_a_share_of_the_longest_window(limiter: FixedLimiter) -> None:
    scope = Scope(f"test-{uuid.uuid4().hex}", (Window(10, 60.0),))
    assert [limiter.take([scope], reserve=0.3).wait for _ in range(7)] == [0] * 7
    assert limiter.take([scope], reserve=0.3).wait > 50
    assert [limiter.take([scope]).wait for _ in range(3)] == [0] * 3
    assert limiter.take([scope]).wait > 50


def test_a_freeze_holds_everybody_and_is_never_cut_short(limiter: FixedLimiter, app: Scope) -> None:
    limiter.freeze(app, 30)
    limiter.freeze(app, 1)
    assert 29 < limiter.take([app]).wait <= 30
    assert limiter.take([Scope(f"{app.name}:other")]).wait == 0


def test_without_valkey_a_process_keeps_to_a_small_share(app: Scope) -> None:
    alone = FixedLimiter(None)
    assert alone.take([app]).wait == 0
    assert alone.take([app]).wait > 0
    assert alone.standing(app) == ()
