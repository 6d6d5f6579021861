"""What is left of every budget is read as it stands, and nothing is changed by reading."""

from __future__ import annotations

from datetime import timedelta

import pytest
import redis
from flask import Flask

from webapp.core.db import db, utc_now
from webapp.core.models import UpstreamReply
from webapp.core.rate_limit import Breaker, Bucket, FixedLimiter, Limiter, Scope, Told, Window
from webapp.core.rate_limit.watching import open_breakers, watch_budgets
from webapp.core.upstream_figures import last_replies, upstreams_fared
from webapp.core.valkey import shared_valkey


def test_floating_windows_say_what_is_left_by_the_name_of_their_budget(app: Flask) -> None:
    del app
    limiter = Limiter(shared_valkey())
    bucket = Bucket("archive:metadata", (Window(5, 60), Window(100, 3600)))
    for _ in range(3):
        assert limiter.take((bucket,)) == 0
    limiter.learn(bucket, Window(4, 30))
    limiter.take((bucket,))
    windows = watch_budgets(shared_valkey()).windows
    found = {(one.calls, one.seconds): (one.left, one.learned) for one in windows}
    assert found == {(5, 60): (1, False), (100, 3600): (96, False), (4, 30): (0, True)}


def test_fixed_windows_say_what_is_left_once_their_upstream_named_them(app: Flask) -> None:
    del app
    limiter, scope = FixedLimiter(shared_valkey()), Scope("riot:eu:app", (Window(20, 1),))
    place = limiter.take((scope,))
    limiter.answered(place, [Told(scope, "20:10,100:120", "1:10,7:120")])
    windows = watch_budgets(shared_valkey()).windows
    assert {one.seconds: (one.left, one.learned) for one in windows} == {
        10: (19, True),
        120: (93, True),
    }


def test_freezes_and_breakers_say_how_long(app: Flask) -> None:
    del app
    Limiter(shared_valkey()).freeze(Bucket("archive:*", ()), 90)
    breaker = Breaker("archive", shared_valkey())
    for _ in range(5):
        breaker.failed()
    found = watch_budgets(shared_valkey())
    assert [(one.budget, round(one.seconds, -1)) for one in found.frozen] == [("archive:*", 90)]
    (state,) = found.breakers
    assert (state.upstream, state.failures) == ("archive", 5)
    assert state.open_s == pytest.approx(30, abs=5)
    (again,) = open_breakers(shared_valkey())
    assert (again.upstream, again.failures) == ("archive", 5)
    assert watch_budgets(shared_valkey()).breakers[0].failures == 5


def test_without_valkey_nothing_is_known_and_nothing_breaks() -> None:
    away = redis.Redis.from_url("redis://127.0.0.1:1", socket_connect_timeout=0.2)
    assert watch_budgets(away).known is False
    assert open_breakers(away) == ()


def test_upstreams_are_told_apart_lately_and_as_far_as_the_record_goes(app: Flask) -> None:
    del app
    now = utc_now()
    for name, outcome, status, took, ago in (
        ("riot-eu", "ok", 200, 100, 1),
        ("riot-eu", "ok", 200, 300, 2),
        ("riot-eu", "unavailable", None, 9000, 3),
        ("riot-eu", "throttled", 429, 20, 4),
        ("riot-eu", "ok", 200, 5000, 300),
        ("archive", "ok", 200, 5000, 300),
        ("archive", "unavailable", None, 5000, 200),
    ):
        at = now - timedelta(minutes=ago)
        more = {"route": "/a", "bytes": 1, "remaining": None, "request_id": "r", "at": at}
        row = {"upstream": name, "outcome": outcome, "status": status, "latency_ms": took}
        db.session.add(UpstreamReply(**row, **more))
    db.session.commit()
    archive, riot = upstreams_fared()
    assert (archive.name, archive.asked, archive.median_ms) == ("archive", 0, None)
    assert archive.last_ok_at == now - timedelta(minutes=300)
    assert archive.last_at == now - timedelta(minutes=200)
    assert (riot.family, riot.asked, riot.failed, riot.put_off) == ("riot", 4, 1, 1)
    assert (riot.median_ms, riot.last_ok_at) == (100, now - timedelta(minutes=1))
    assert len(last_replies("riot")) == 5
    assert last_replies("rio") == ()
