"""What was asked once is not asked again before its time, and then only whether it changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.core.asking import client_for, recorded
from tests.core.wire import listening, says, sends
from webapp.core.db import db, utc_now
from webapp.core.http import Route, prune_upstream_records
from webapp.core.models import ResponseCache, UpstreamReply
from webapp.core.objects import StorageDown, current_objects

ROUTE = Route("/a", "a")
FRESH = says("200 OK", b"[1]", Cache_Control="public, max-age=60", ETag='"one"')
STALE = says("200 OK", b"[1]", Cache_Control="max-age=0", ETag='"one"')
SAME = sends(b"HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n")


def rows() -> list[ResponseCache]:
    return list(db.session.scalars(select(ResponseCache)))


def test_a_fresh_answer_is_not_asked_for_twice(app: Flask) -> None:
    del app
    with listening(FRESH) as listener:
        client = client_for(listener.url)
        first, second = client.get("/a", route=ROUTE), client.get("/a", route=ROUTE)
    assert (first.from_cache, second.from_cache) == (False, True)
    assert (second.body, listener.connections) == (b"[1]", 1)
    assert second.fetched_at <= first.fetched_at


def test_a_stale_answer_is_asked_whether_it_changed(app: Flask) -> None:
    del app
    with listening(STALE, SAME) as listener:
        client = client_for(listener.url)
        first, second = client.get("/a", route=ROUTE), client.get("/a", route=ROUTE)
        third = client.get("/a", route=ROUTE)
    assert 'If-None-Match: "one"' in listener.heads[1]
    assert (second.body, second.status, second.from_cache) == (b"[1]", 200, True)
    assert second.fetched_at > first.fetched_at
    assert (third.from_cache, listener.connections) == (True, 2)
    assert [e.status for e in recorded()] == [200, 304]


def test_an_answer_of_another_form_than_agreed_is_recorded_so(app: Flask) -> None:
    del app
    with listening(STALE, SAME) as listener:
        client = client_for(listener.url)
        drift = client.get("/a", route=ROUTE).drifted("A new form.")
        assert (drift.sentence, drift.body) == ("A new form.", b"[1]")
        client.get("/a", route=ROUTE).drifted("Still.")
        client.get("/a", route=ROUTE)
    assert [(e.status, e.outcome) for e in recorded()] == [(200, "drifted"), (304, "drifted")]


def test_a_changed_answer_replaces_row_and_body(app: Flask) -> None:
    del app
    with listening(
        STALE, says("200 OK", b"[2]", Last_Modified="Sat, 21 Nov 2026 04:00:00 GMT")
    ) as on:
        client = client_for(on.url)
        client.get("/a", route=ROUTE)
        (before,) = [row.object_key for row in rows()]
        assert client.get("/a", route=ROUTE).body == b"[2]"
    db.session.expire_all()
    (after,) = [row.object_key for row in rows()]
    assert before != after
    assert not current_objects().exists(before)
    assert current_objects().exists(after)


@pytest.mark.parametrize("headers", [
    {}, {"Cache-Control": "no-store", "ETag": '"x"'}, {"Vary": "*", "ETag": '"x"'},
])  # fmt: skip
def test_what_may_not_be_kept_is_not_kept(app: Flask, headers: dict[str, str]) -> None:
    del app
    with listening(says("200 OK", b"[1]", **headers)) as listener:
        client = client_for(listener.url)
        client.get("/a", route=ROUTE)
        client.get("/a", route=ROUTE)
    assert (listener.connections, rows()) == (2, [])
    assert "If-None-Match" not in listener.heads[1]


def test_a_body_that_is_gone_is_fetched_again_whole(app: Flask) -> None:
    del app
    with listening(FRESH) as listener:
        client = client_for(listener.url)
        client.get("/a", route=ROUTE)
        current_objects().delete(rows()[0].object_key)
        assert client.get("/a", route=ROUTE).body == b"[1]"
    assert listener.connections == 2
    assert "If-None-Match" not in listener.heads[1]


def test_a_full_disk_costs_the_cache_and_not_the_answer(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app

    def full(*_: object) -> None:
        raise StorageDown("full")

    monkeypatch.setattr(type(current_objects()), "put", full)
    with listening(FRESH) as listener:
        assert client_for(listener.url).get("/a", route=ROUTE).body == b"[1]"
    assert rows() == []


def test_answers_to_different_keys_are_kept_apart(app: Flask) -> None:
    del app
    with listening(FRESH, says("200 OK", b"[2]")) as listener:
        mine = client_for(listener.url, secret={"X-API-Key": "mine"})
        mine.get("/a", route=ROUTE)
        mine.upstream.secret_headers["X-API-Key"] = "theirs"  # type: ignore[index]
        assert mine.get("/a", route=ROUTE).body == b"[2]"


def test_old_replies_and_answers_are_pruned(app: Flask) -> None:
    del app
    with listening(FRESH) as listener:
        client = client_for(listener.url)
        client.get("/a", route=ROUTE)
        client.get("/b", route=ROUTE)
    old = utc_now() - timedelta(days=30)
    kept, gone = rows()
    db.session.execute(
        update(ResponseCache).where(ResponseCache.key == gone.key).values(used_at=old)
    )
    db.session.execute(update(UpstreamReply).where(UpstreamReply.id == 1).values(at=old))
    place = gone.object_key
    db.session.commit()
    assert prune_upstream_records(db.engine, current_objects(), utc_now()) == 2
    assert [row.key for row in rows()] == [kept.key]
    assert [reply.id for reply in recorded()] == [2]
    assert not current_objects().exists(place)
