"""Answers of another form than agreed are kept for admins: few, once, and where that is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from tests.core.asking import client_for
from tests.core.wire import listening, says
from webapp.core.db import db, utc_now
from webapp.core.http import HttpClient, Route
from webapp.core.http.asides import FEW, Asides
from webapp.core.models import Quarantine
from webapp.core.objects import current_objects
from webapp.core.upstream_errors import Drifted

ROUTE = Route("/a", "a", aside="things")
BODIES = [says("200 OK", b"[%d]" % number) for number in range(FEW + 2)]


def keeping(url: str) -> HttpClient:
    return replace(client_for(url), asides=Asides(db.engine, current_objects()))


def kept() -> list[Quarantine]:
    db.session.rollback()
    return list(db.session.scalars(select(Quarantine).order_by(Quarantine.id)))


def test_what_cannot_be_read_is_kept_once_with_what_was_asked(app: Flask) -> None:
    del app
    with listening(BODIES[2]) as listener:
        client = keeping(listener.url)
        for _ in range(2):
            client.get("/a", route=ROUTE, params={"of": 7}).drifted("A new form.")
    (note,) = kept()
    assert (note.kind, note.key, note.reason) == ("test.things", "/a?of=7", "A new form.")
    assert current_objects().get(note.object_key or "") == b"[2]"


def test_a_page_in_place_of_data_is_kept_too(app: Flask) -> None:
    del app
    with listening(says("200 OK", b"<html>", Content_Type="text/html")) as listener:
        with pytest.raises(Drifted):
            keeping(listener.url).get("/a", route=ROUTE)
        with pytest.raises(Drifted):
            keeping(listener.url).get("/a", route=Route("/a", "a"))
    assert [one.reason for one in kept()] == ["The archive sent a web page in place of data."]


def test_only_a_few_of_a_kind_lie_unsettled(app: Flask) -> None:
    del app
    with listening(*BODIES) as listener:
        client = keeping(listener.url)
        for _ in BODIES[1:]:
            client.get("/a", route=ROUTE).drifted("A new form.")
        notes = kept()
        assert len(notes) == FEW
        notes[0].released_at = utc_now()
        db.session.commit()
        client.get("/a", route=ROUTE).drifted("A new form.")
    assert len(kept()) == FEW + 1
