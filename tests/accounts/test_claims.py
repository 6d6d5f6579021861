"""A Riot ID is claimed by setting the profile icon we choose, looked at by a job."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.accounts.journey import SAME, ask
from tests.games import needs
from tests.people import person, sign_in
from webapp.accounts.claims import find_claimable
from webapp.accounts.models import Identity, IdentityClaim
from webapp.core.db import db, utc_now
from webapp.core.models import Audit
from webapp.jobs import perform
from webapp.jobs.models import JobRun
from webapp.simulator.riot.people import people_of
from webapp.simulator.server import RunningSimulator
from worker.queues import KINDS

PAGE = "/account/identities/claims/riot"
THEIRS, SECOND = people_of("EUW1")[3:5]


@pytest.fixture
def ada(app: Flask) -> FlaskClient:
    client = app.test_client()
    sign_in(client, person("Ada"))
    return client


def asked(client: FlaskClient, path: str = PAGE, **form: str) -> JobRun:
    """Ask, and let the job be done; gives its run."""
    answer = client.post(path, data=form, headers=SAME)
    assert answer.status_code == 303, answer.text
    run_id = uuid.UUID(answer.headers["Location"].rpartition("/")[2])
    perform(run_id, KINDS)
    db.session.rollback()
    db.session.expire_all()
    return db.session.scalars(select(JobRun).where(JobRun.id == run_id)).one()


def set_icon(stand_in: RunningSimulator, icon: int, riot_id: str = THEIRS.riot_id) -> None:
    order = json.dumps({"riot_id": riot_id, "icon": icon}).encode()
    assert ask(f"{stand_in.url}/riot/_icon", method="POST", body=order).status == 200


def claim() -> IdentityClaim:
    db.session.expire_all()
    return db.session.scalars(select(IdentityClaim)).one()


@needs("lol")
def test_whoever_sets_the_icon_holds_the_name(ada: FlaskClient, stand_in: RunningSimulator) -> None:
    set_icon(stand_in, 4)
    assert asked(ada, name=THEIRS.riot_id.lower()).state == "done"
    sign = claim().sign
    assert sign is not None
    assert sign != 4
    assert f"number {sign}</b>" in ada.get(PAGE).text
    refused = asked(ada, f"{PAGE}/check")
    assert refused.state == "failed"
    assert "Another sign is set" in refused.sentence
    set_icon(stand_in, sign)
    assert asked(ada, f"{PAGE}/check").state == "done"
    identity = db.session.scalars(select(Identity)).one()
    assert (identity.provider, identity.name) == ("riot", THEIRS.riot_id)
    assert identity.detail == {"platform": "EUW1"}
    assert "link identity" in db.session.scalars(select(Audit.action)).all()
    assert f"<b>{THEIRS.riot_id}</b>" in ada.get(PAGE).text
    assert db.session.scalars(select(IdentityClaim)).all() == []


@needs("lol")
def test_one_account_holds_several_names(ada: FlaskClient, stand_in: RunningSimulator) -> None:
    both = [THEIRS.riot_id, SECOND.riot_id]
    for riot_id in both:
        asked(ada, name=riot_id)
        set_icon(stand_in, claim().sign or 0, riot_id)
        assert asked(ada, f"{PAGE}/check").state == "done"
    held = db.session.scalars(select(Identity).order_by(Identity.id)).all()
    assert [identity.name for identity in held] == both
    assert len({identity.account_id for identity in held}) == 1
    assert len({identity.subject for identity in held}) == 2
    page = ada.get(PAGE).text
    assert [f"<b>{riot_id}</b>" in page for riot_id in both] == [True, True]


@needs("lol")
def test_the_icon_that_is_set_is_never_the_one_to_set(
    ada: FlaskClient, stand_in: RunningSimulator
) -> None:
    for icon in range(5):
        set_icon(stand_in, icon)
        asked(ada, name=THEIRS.riot_id)
        assert claim().sign != icon


@needs("lol")
def test_after_ten_minutes_it_takes_a_new_icon(
    ada: FlaskClient, stand_in: RunningSimulator
) -> None:
    asked(ada, name=THEIRS.riot_id)
    set_icon(stand_in, claim().sign or 0)
    db.session.execute(update(IdentityClaim).values(ends_at=utc_now() - timedelta(seconds=1)))
    db.session.commit()
    answer = ada.post(f"{PAGE}/check", headers=SAME)
    assert answer.status_code == 409
    assert "ten minutes are over" in answer.text


@needs("lol")
def test_a_name_of_another_account_stays_there(
    app: Flask, ada: FlaskClient, stand_in: RunningSimulator
) -> None:
    for client in (ada, app.test_client()):
        if client is not ada:
            sign_in(client, person("Cy"))
        asked(client, name=THEIRS.riot_id)
        set_icon(stand_in, claim().sign or 0)
        last = asked(client, f"{PAGE}/check")
    assert last.state == "failed"
    assert "another account" in last.sentence
    assert len(db.session.scalars(select(Identity)).all()) == 1


@needs("lol")
def test_a_name_nobody_has_and_one_nobody_can_have(ada: FlaskClient) -> None:
    assert "knows no account" in asked(ada, name="Nobody at all#EUW").sentence
    answer = ada.post(PAGE, data={"name": "no tag"}, headers=SAME)
    assert answer.status_code == 400
    assert "looks like Ada#EUW" in answer.text


def test_claiming_is_for_who_is_signed_in_and_proved_it_lately(app: Flask) -> None:
    client = app.test_client()
    assert client.get(PAGE).headers["Location"].startswith("/sign-in?next=")
    assert client.post(PAGE, headers=SAME).headers["Location"].startswith("/sign-in?")
    sign_in(client, person("Ada"), proved_at=utc_now() - timedelta(hours=1))
    assert "again=1" in client.post(PAGE, data={"name": "A#EUW"}, headers=SAME).headers["Location"]
    assert client.get("/account/identities/claims/nobody").status_code == 404


@needs("lol")
def test_two_claim_the_same_name_and_each_has_an_icon_of_their_own(
    app: Flask, ada: FlaskClient
) -> None:
    cy = app.test_client()
    sign_in(cy, person("Cy"))
    asked(ada, name=THEIRS.riot_id)
    asked(cy, name=THEIRS.riot_id)
    assert len(db.session.scalars(select(IdentityClaim)).all()) == 2


@needs("lol")
def test_the_room_that_can_be_claimed_in_says_so(app: Flask) -> None:
    with app.app_context():
        found = find_claimable("riot")
        assert found is not None
        assert found.read("Ada#EUW") == "Ada#EUW"
        assert ask(found.picture(7)).status == 200


@needs("lol")
def test_two_who_claim_a_name_are_told_two_signs(
    app: Flask, ada: FlaskClient, stand_in: RunningSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.accounts.domain.claim.secrets.choice", min)
    set_icon(stand_in, 4)
    cy = app.test_client()
    sign_in(cy, person("Cy"))
    for client in (ada, cy):
        asked(client, name=THEIRS.riot_id)
    theirs, rivals = db.session.scalars(select(IdentityClaim.sign).order_by(IdentityClaim.id))
    assert theirs is not None
    assert theirs != rivals
    set_icon(stand_in, theirs)
    assert "Another sign is set" in asked(cy, f"{PAGE}/check").sentence
    db.session.execute(update(IdentityClaim).values(sign=theirs))
    db.session.commit()
    assert "Somebody else was told the same" in asked(cy, f"{PAGE}/check").sentence
    assert db.session.scalars(select(Identity)).all() == []


@needs("lol")
def test_where_every_sign_is_told_to_somebody_nobody_is_told_one(
    app: Flask, ada: FlaskClient, stand_in: RunningSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.lol.ingest.claim.SIGNS", (3, 4))
    set_icon(stand_in, 4)
    cy = app.test_client()
    sign_in(cy, person("Cy"))
    states = [asked(client, name=THEIRS.riot_id) for client in (ada, cy)]
    assert [one.state for one in states] == ["done", "failed"]
    assert "Too many people claim this name" in states[1].sentence
