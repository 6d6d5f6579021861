"""Every way an upstream can misbehave ends in a named error and a sentence."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import redis
import sqlalchemy as sa
from flask import Flask

from tests.core.asking import client_for, recorded
from tests.core.wire import Answer, drips, listening, resets, says, sends
from webapp.core.db import utc_now
from webapp.core.http import Route
from webapp.core.http.replies import Recorder
from webapp.core.upstream_errors import (
    Drifted,
    Forbidden,
    NotFound,
    Oversize,
    Rejected,
    ServerFailed,
    Throttled,
    Unavailable,
    UpstreamError,
)

ROUTE = Route("/v1/things/{id}", "things", max_bytes=200_000, max_inflated_bytes=2_000_000)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BODY = b'{"souls": 12}'
ERROR = b'{"status":400,"error":"is_custom\\u001b[31m is not\\r\\nknown"}'


def bomb() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(b" " * 1_000_000) for _ in range(40)), packer.flush()])


def gzipped(body: bytes) -> Answer:
    return says("200 OK", body, Content_Encoding="gzip")


@dataclass(frozen=True)
class Fault:
    """One misbehaviour, what it must end in, words of its sentence, and how often it is asked."""

    name: str
    answer: Answer
    error: type[UpstreamError]
    words: str
    asked: int = 1


FAULTS = [
    Fault("429 mute", says("429 Too Many", b"{}"), Throttled, "slow down"),
    Fault("429 seconds", says("429 Too Many", b"{}", Retry_After="7"), Throttled, "slow down"),
    Fault("420", says("420 Calm", b"{}"), Throttled, "slow down"),
    Fault("500", says("500 Oops", b"{}"), ServerFailed, "fault of its own", 2),
    Fault("503 page", says("503 Oops", b"<html>"), ServerFailed, "fault of its own", 2),
    Fault("503 later", says("503 Oops", b"{}", Retry_After="300"), ServerFailed, "fault", 1),
    Fault("404", says("404 No", b"{}"), NotFound, "does not have this"),
    Fault("410", says("410 Gone", b"{}"), NotFound, "does not have this"),
    Fault("403", says("403 No", b"{}"), Forbidden, "does not show this"),
    Fault("401", says("401 No", b"{}"), Forbidden, "does not show this"),
    Fault("400", says("400 Bad", ERROR), Rejected, "is_custom [31m is not known"),
    Fault("400 page", says("400 Bad", b"<p>"), Rejected, "did not accept the question."),
    Fault("html 200", says("200 OK", b"\n<!doctype html>"), Drifted, "web page"),
    Fault("text 200", says("200 OK", b"Hello"), Drifted, "not data"),
    Fault("empty 200", says("200 OK", b""), Drifted, "empty answer"),
    Fault("304 to nothing", sends(b"HTTP/1.1 304 No\r\n\r\n"), Drifted, "nothing changed"),
    Fault("301", says("301 Go", b"", Location="/elsewhere"), Drifted, "do not follow"),
    Fault(
        "drip body",
        drips(HEAD + b"Content-Length: 900\r\n\r\n", b"1" * 900),
        Unavailable,
        "in time",
    ),
    Fault("drip headers", drips(HEAD, b"X-Slow: yes" * 90), Unavailable, "in time"),
    Fault(
        "drip chunks",
        drips(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n1\r\n" * 90),
        Unavailable,
        "in time",
    ),
    Fault(
        "cut with length",
        sends(HEAD + b"Content-Length: 99\r\n\r\n" + BODY),
        Unavailable,
        "broke off",
        2,
    ),
    Fault(
        "cut chunk",
        sends(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{"),
        Unavailable,
        "broke off",
        2,
    ),
    Fault("cut without length", sends(HEAD + b'\r\n{"souls": [1, 2,'), Unavailable, "broke off", 2),
    Fault("cut gzip", gzipped(gzip.compress(BODY)[:-9]), Unavailable, "broke off", 2),
    Fault("reset", resets(HEAD + b"Content-Length: 99\r\n\r\n{"), Unavailable, "broke off", 2),
    Fault("no answer", sends(b""), Unavailable, "broke off", 2),
    Fault("not HTTP", sends(b"SSH-2.0-OpenSSH\r\n\r\n"), Unavailable, "broke off", 2),
    Fault(
        "two lengths",
        sends(HEAD + b"Content-Length: 1\r\nContent-Length: 13\r\n\r\n" + BODY),
        Unavailable,
        "broke off",
        2,
    ),
    Fault("endless header", sends(HEAD + b"X: " + b"a" * 300_000), Unavailable, "broke off", 2),
    Fault("bomb", gzipped(bomb()), Oversize, "far more"),
    Fault(
        "declared size", sends(HEAD + b"Content-Length: 99999999\r\n\r\n{"), Oversize, "far more"
    ),
    Fault("large body", says("200 OK", b"1" * 300_000), Oversize, "far more"),
    Fault("bad gzip", gzipped(b"\x1f\x8b" + b"\xff" * 90), Drifted, "cannot open"),
    Fault("trailing gzip", gzipped(gzip.compress(BODY) + b"more"), Drifted, "cannot open"),
    Fault("unasked packing", says("200 OK", BODY, Content_Encoding="br"), Drifted, "cannot open"),
]


@pytest.fixture
def valkey(valkey_url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(valkey_url) as connection:
        yield connection


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_in_a_named_error(app: Flask, valkey: redis.Redis, fault: Fault) -> None:
    del app
    with listening(fault.answer) as listener:
        seconds = 0.6 if "drip" in fault.name else 4.0
        client = client_for(listener.url, valkey=valkey, seconds=seconds)
        started = time.monotonic()
        with pytest.raises(fault.error) as caught:
            client.get("/v1/things/1", route=ROUTE)
        took = time.monotonic() - started
    assert type(caught.value) is fault.error
    assert fault.words in caught.value.sentence
    assert caught.value.sentence.isprintable()
    assert listener.connections == fault.asked
    assert took < 3.5
    exchanges = recorded()
    assert [e.route for e in exchanges] == ["/v1/things/{id}"] * fault.asked
    assert {e.request_id for e in exchanges} == {"request-of-a-test"}


def test_a_whole_answer_comes_back_inflated(app: Flask) -> None:
    del app
    with listening(gzipped(gzip.compress(BODY))) as listener:
        client = client_for(listener.url, secret={"X-API-Key": "a-key"})
        reply = client.get("/v1/things/1", route=ROUTE, params={"a": "b&c"})
    assert (reply.status, reply.body, reply.from_cache) == (200, BODY, False)
    head = listener.heads[0]
    assert head.startswith("GET /v1/things/1?a=b%26c HTTP/1.1")
    assert f"Host: 127.0.0.1:{listener.port}" in head
    assert "Guildhall/test (request request-of-a-test)" in head
    assert "X-API-Key: a-key" in head
    assert "a-key" not in repr(client)
    (exchange,) = recorded()
    assert (exchange.status, exchange.outcome) == (200, "ok")
    assert exchange.bytes == len(gzip.compress(BODY))


def test_a_longer_body_than_its_length_never_becomes_the_next_answer(app: Flask) -> None:
    del app
    smuggled = HEAD + b"Content-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n666"
    with listening(sends(smuggled), says("200 OK", b"[7]")) as listener:
        client = client_for(listener.url)
        assert client.get("/a", route=ROUTE).body == b"{}"
        assert client.get("/b", route=ROUTE).body == b"[7]"


def test_a_passing_fault_is_asked_again_once(app: Flask) -> None:
    del app
    with listening(says("502 Oops"), says("200 OK", BODY)) as listener:
        assert client_for(listener.url).get("/a", route=ROUTE).body == BODY
    assert [e.outcome for e in recorded()] == ["unavailable", "ok"]


def test_an_absent_thing_is_not_asked_for_again_at_once(app: Flask) -> None:
    del app
    absent = Route("/a", "a", absent_statuses=frozenset({503}))
    with listening(says("503 Not yet", b"{}")) as listener:
        client = client_for(listener.url)
        for _ in range(6):
            with pytest.raises(ServerFailed):
                client.get("/a", route=absent)
    assert listener.connections == 6


@pytest.mark.parametrize("form", ["seconds", "date", "reset"])
def test_a_429_freezes_every_process_until_it_says(
    app: Flask, valkey: redis.Redis, form: str
) -> None:
    del app
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=41), usegmt=True)
    headers = {
        "seconds": {"Retry-After": "40"},
        "date": {"Retry-After": date},
        "reset": {"RateLimit-Remaining": "0", "RateLimit-Reset": "40"},
    }[form]
    with listening(says("429 Slow", b"{}", **headers)) as listener:
        client = client_for(listener.url, valkey=valkey)
        asked_at = utc_now()
        with pytest.raises(Throttled) as first:
            client.get("/a", route=ROUTE)
        with pytest.raises(Throttled) as second:
            client.get("/b", route=ROUTE)
    assert listener.connections == 1
    for caught in (first, second):
        assert caught.value.retry_at is not None
        wait = (caught.value.retry_at - asked_at).total_seconds()
        assert wait == pytest.approx(40, abs=1.5)


def test_a_429_is_believed_for_a_quarter_of_an_hour_at_most(app: Flask) -> None:
    del app
    with listening(says("429 Slow", b"{}", Retry_After="999999")) as listener:
        client = client_for(listener.url)
        with pytest.raises(Throttled) as caught:
            client.get("/a", route=ROUTE)
    assert caught.value.retry_at is not None
    assert caught.value.retry_at <= utc_now() + timedelta(minutes=15)


def test_five_failures_leave_an_upstream_alone(app: Flask, valkey: redis.Redis) -> None:
    del app
    with listening(says("500 Oops")) as listener:
        client = client_for(listener.url, valkey=valkey)
        for _ in range(4):
            with pytest.raises(Unavailable):
                client.get("/a", route=ROUTE)
    assert listener.connections == 5
    with pytest.raises(Throttled, match="left alone") as caught:
        client.get("/a", route=ROUTE)
    assert caught.value.retry_at is not None
    assert caught.value.retry_at <= utc_now() + timedelta(seconds=30)


def test_a_call_succeeds_though_nothing_can_be_recorded(app: Flask) -> None:
    del app
    nowhere = Recorder(sa.create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none"))
    with listening(says("200 OK", BODY)) as listener:
        client = replace(client_for(listener.url), recorder=nowhere)
        assert client.get("/a", route=ROUTE).body == BODY
    assert recorded() == []
