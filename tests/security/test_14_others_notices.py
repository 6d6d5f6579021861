"""Line 14: what somebody follows, was told and how they are told is nobody else's.

Cy walks over everything of Ada's: every verb, whole, in part and as JSON.
"""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.accounts.telling import SAME, follow
from tests.people import Person, person, sign_in
from webapp.accounts.domain.events import JOB_FAILED, News
from webapp.accounts.models import Channel, Delivery, Follow, Notice
from webapp.accounts.store import channels
from webapp.accounts.store.channels import NewChannel
from webapp.accounts.telling.spread import spread
from webapp.core.db import db

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the specification's own


@pytest.fixture
def ada(app: Flask) -> Person:
    del app
    ada = person("Ada")
    follow(ada, "deadlock", "900000002")
    hook = NewChannel("webhook", "https://hook.example/x", "hook.example/x", secret=SECRET)
    channels.add_channel(ada.id, hook)
    channels.add_channel(ada.id, NewChannel("discord", "https://discord.com/…", "discord.com/1"))
    spread(News(ada.id, JOB_FAILED, "run:1", "Ada's own news", "", "/jobs/1"))
    db.session.commit()
    return ada


@pytest.fixture
def cy_s(client: FlaskClient, ada: Person) -> FlaskClient:
    del ada
    sign_in(client, person("Cy"))
    return client


def everything() -> list[object]:
    """Give all rows as they stand."""
    db.session.rollback()
    db.session.expire_all()
    kept = (Follow, Notice, Channel, Delivery)
    tables = [model.__table__ for model in kept]
    return [list(db.session.execute(select(table).order_by(table.c.id))) for table in tables]


def test_14_cy_sees_nothing_of_ada_s(cy_s: FlaskClient) -> None:
    hook = db.session.scalars(select(Channel.id).where(Channel.kind == "webhook")).one()
    for path in (
        "/me/things",
        "/me/bell",
        "/account/notifications",
        "/account/notifications?before=99999",
        "/account/webhooks",
    ):
        for answer in (cy_s.get(path), cy_s.get(path, headers=PART), _json(cy_s, path)):
            assert answer.status_code == 200
            assert "hook.example" not in answer.text
            assert "Ada" not in answer.text
            assert "900000002" not in answer.text
            assert answer.headers["Cache-Control"] == "private, no-store"
    for answer in (
        cy_s.get(f"/account/webhooks/{hook}"),
        cy_s.get(f"/account/webhooks/{hook}", headers=PART),
        cy_s.get(f"/account/webhooks/{hook}.json"),
    ):
        assert answer.status_code == 404


def test_14_cy_changes_nothing_of_ada_s(cy_s: FlaskClient) -> None:
    before = everything()
    ids = db.session.scalars(select(Channel.id)).all()
    sent = db.session.scalars(select(Delivery.id)).all()
    told = db.session.scalars(select(Notice.id)).one()
    for one in ids:
        for verb in ("events", "test", "opening", "removal"):
            answer = cy_s.post(f"/account/channels/{one}/{verb}", headers=SAME)
            assert answer.status_code in {404, 429}
        assert cy_s.post(f"/account/webhooks/{one}/secret", headers=SAME).status_code == 404
    for one in sent:
        again = cy_s.post(f"/account/webhooks/deliveries/{one}/again", headers=SAME)
        assert again.status_code in {404, 429}
    cy_s.post("/account/notifications/read", data={"id": told}, headers=SAME)
    cy_s.post("/account/notifications/read", headers=SAME)
    leaving = {"of": "/deadlock/players/900000002", "leave": "yes", "account_id": "1"}
    cy_s.post("/me/follow", data=leaving, headers=SAME)
    followed = db.session.scalars(select(Follow.id)).one()
    assert cy_s.post(f"/me/things/{followed}/removal", headers=SAME).status_code == 404
    assert everything() == before


def test_14_somebody_signed_out_gets_no_further_than_the_door(app: Flask, ada: Person) -> None:
    del ada
    nobody, before = app.test_client(), everything()
    for path in ("/account/notifications", "/account/webhooks", "/account/webhooks/1"):
        assert nobody.get(path).status_code == 303
        assert _json(nobody, path).status_code == 401
    for path in (
        "/account/notifications/read",
        "/account/notifications/bell",
        "/account/notifications/discord",
        "/account/notifications/email",
        "/account/channels/1/removal",
        "/account/webhooks",
        "/account/webhooks/1/secret",
        "/account/webhooks/deliveries/1/again",
        "/me/follow",
        "/me/things/1/removal",
    ):
        assert nobody.post(path, headers=SAME).status_code in {303, 404}
    assert everything() == before


def _json(client: FlaskClient, path: str) -> object:
    return client.get(path, headers={"Accept": "application/json"})
