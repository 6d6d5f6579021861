"""Fixed windows shared by all processes: kept however late a call is, learned, frozen."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator

import pytest
import redis

from webapp.core.rate_limit import FixedLimiter, Place, Scope, Told, Window


@pytest.fixture
def limiter(valkey_url: str) -> Iterator[FixedLimiter]:
    with redis.Redis.from_url(valkey_url) as valkey:
        yield FixedLimiter(valkey)


@pytest.fixture
def app() -> Scope:
    return Scope(f"test-{uuid.uuid4().hex}", (Window(3, 1.0), Window(5, 60.0)))


def answered(limiter: FixedLimiter, scope: Scope, place: Place, windows: str, counts: str) -> None:
    limiter.answered(place, [Told(scope, windows, counts)])


def test_no_window_of_any_scope_is_passed(limiter: FixedLimiter) -> None:
    app = Scope(f"test-{uuid.uuid4().hex}", (Window(3, 20.0), Window(5, 600.0)))
    method = Scope(f"{app.name}:match", (Window(2, 50.0),))
    assert [limiter.take([app, method]).wait for _ in range(2)] == [0, 0]
    assert 40 < limiter.take([app, method]).wait <= 50.02
    assert limiter.take([app]).wait == 0
    assert 10 < limiter.take([app]).wait <= 20.02  # three in it: the refused took nothing


def test_a_call_counts_until_a_whole_window_after_its_answer(limiter: FixedLimiter) -> None:
    one = Scope(f"test-{uuid.uuid4().hex}", (Window(1, 4.0),))
    place = limiter.take([one])
    time.sleep(1.5)
    limiter.answered(place, [Told(one)])
    wait = limiter.take([one]).wait
    assert 4.02 - 1.5 < wait <= 4.02
    time.sleep(wait)
    assert limiter.take([one]).wait == 0


def test_a_call_counts_as_long_as_it_is_under_way(limiter: FixedLimiter) -> None:
    one = Scope(f"test-{uuid.uuid4().hex}", (Window(1, 1.0),))
    limiter.take([one])
    time.sleep(1.1)
    assert 0.9 < limiter.take([one]).wait <= 1.02


def test_windows_are_learned_and_a_higher_count_holds(limiter: FixedLimiter, app: Scope) -> None:
    place = limiter.take([app])
    answered(limiter, app, place, "10:30,40:600", "9:30,9:600")
    assert limiter.take([app]).wait == 0
    assert 10 < limiter.take([app]).wait <= 30.02
    assert [(one.calls, one.used) for one in limiter.standing(app)] == [(10, 10), (40, 10)]


def test_a_window_others_used_up_is_waited_for(limiter: FixedLimiter, app: Scope) -> None:
    answered(limiter, app, limiter.take([app]), "3:10,5:60", "3:10,9:60")
    assert 40 < limiter.take([app]).wait <= 60.02
    assert [one.used for one in limiter.standing(app)] == [3, 9]


def test_a_late_answer_s_count_takes_none_of_ours_for_another_s(limiter: FixedLimiter) -> None:
    app = Scope(f"test-{uuid.uuid4().hex}", (Window(3, 3.0), Window(5, 60.0)))
    first = limiter.take([app])
    limiter.answered(first, [Told(app)])
    second = limiter.take([app])
    time.sleep(3.1)  # the first counts no more, and did when the second was counted
    answered(limiter, app, second, "3:3,5:60", "2:3,2:60")
    assert [one.used for one in limiter.standing(app)] == [1, 2]


def test_nonsense_in_headers_is_not_learned(limiter: FixedLimiter, app: Scope) -> None:
    for windows, counts in (("", ""), ("20", "1:1"), ("a:b", "1:1"), ("20:1", "x")):
        answered(limiter, app, Place(0.0), windows, counts)
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
    assert 20 < limiter.take([app]).wait <= 30
    assert limiter.take([Scope(f"{app.name}:other")]).wait == 0


def test_without_valkey_a_process_keeps_to_a_small_share(app: Scope) -> None:
    alone = FixedLimiter(None)
    assert alone.take([app]).wait == 0
    assert alone.take([app]).wait > 0
    assert alone.standing(app) == ()
