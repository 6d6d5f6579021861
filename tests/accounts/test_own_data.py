"""All of one's data: an archive only its owner can fetch, and a deletion that deletes."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from tests.people import Person, person, sign_in
from webapp.accounts.actions import tidying, users
from webapp.accounts.models import Account, AccountExport, AccountSession, Identity, Password
from webapp.accounts.owned import owned
from webapp.accounts.store import channels
from webapp.accounts.store.moving import STAYING, owning_columns
from webapp.accounts.telling.spread import prove_later
from webapp.core.db import db, utc_now
from webapp.core.models import Audit
from webapp.core.objects import ObjectMissing, current_objects
from webapp.jobs.models import JobRun
from webapp.jobs.run import perform
from worker.queues import KINDS

SAME = {"Sec-Fetch-Site": "same-origin"}


def with_things(name: str) -> Person:
    who = person(name)
    tokens = "sealed tokens of a provider"
    db.session.add(
        Identity(
            account_id=who.id,
            provider="discord",
            subject=f"d-{name}",
            name=name,
            sealed_tokens=tokens,
        )
    )
    db.session.add(Password(account_id=who.id, address=f"{name}@example.org", hash="$argon2id$x"))
    db.session.commit()
    return who


def make_archive(client: FlaskClient) -> str:
    """Ask for an archive, have it made, give where it is."""
    asked = client.post("/account/data/archives", headers=SAME)
    assert asked.headers["Location"].startswith("/jobs/")
    run_id = db.session.scalars(select(JobRun.id).order_by(JobRun.created_at.desc())).first()
    assert run_id
    db.session.commit()
    assert perform(run_id, KINDS)
    url: str = client.get("/account/data.json").get_json()["archives"][0]["url"]
    return url


def test_an_archive_tells_everything_and_no_secret(client: FlaskClient) -> None:
    ada = with_things("Ada")
    secret = sign_in(client, ada)
    link = users.make_link(ada.id).rpartition("/")[2]
    answer = client.get(make_archive(client))
    assert answer.mimetype == "application/zip"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        told = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(told) == {"README.txt", *(f"{one.name}.json" for one in owned())}
    assert json.loads(told["account.json"])["name"] == "Ada"
    assert json.loads(told["identities.json"])[0]["subject"] == "d-Ada"
    assert json.loads(told["password.json"])["address"] == "Ada@example.org"
    everything = "".join(told.values())
    for hidden in (secret, link, "argon2id", "sealed tokens"):
        assert hidden not in everything


def test_an_archive_is_fetched_by_its_owner_alone(client: FlaskClient) -> None:
    sign_in(client, with_things("Ada"))
    url = make_archive(client)
    assert client.get(url).status_code == 200
    cy = client.application.test_client()
    assert cy.get(url).headers["Location"].startswith("/sign-in")
    sign_in(cy, person("Cy"))
    assert cy.get(url).status_code == 404
    sign_in(cy, person("Di"))
    assert cy.get(url).status_code == 404


def test_an_archive_ends_and_its_file_goes(client: FlaskClient) -> None:
    sign_in(client, with_things("Ada"))
    url = make_archive(client)
    key = db.session.scalars(select(AccountExport.object_key)).one()
    db.session.execute(update(AccountExport).values(ends_at=utc_now() - timedelta(seconds=1)))
    db.session.commit()
    assert client.get(url).status_code == 404
    tidying.forget_ended()
    db.session.commit()
    with pytest.raises(ObjectMissing):
        current_objects().get(key)
    assert db.session.scalar(select(func.count()).select_from(AccountExport)) == 0


def test_a_new_archive_takes_the_place_of_the_old_one(client: FlaskClient) -> None:
    sign_in(client, with_things("Ada"))
    old, new = make_archive(client), make_archive(client)
    assert old != new
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200


def test_deleting_wants_the_name_and_a_fresh_proof(client: FlaskClient) -> None:
    ada = with_things("Ada")
    sign_in(client, ada)
    refused = client.post("/account/data/deletion", data={"name": "ada"}, headers=SAME)
    assert refused.status_code == 400
    assert "Nothing was deleted" in refused.text
    sign_in(client, ada, proved_at=utc_now() - timedelta(minutes=31))
    sent = client.post("/account/data/deletion", data={"name": "Ada"}, headers=SAME)
    assert "again=1" in sent.headers["Location"]
    assert db.session.get(Account, ada.id)


def test_deleting_leaves_a_number_in_the_audit_and_nothing_else(client: FlaskClient) -> None:
    ada, bo = with_things("Ada"), with_things("Bo")
    other = client.application.test_client()
    sign_in(other, ada)
    sign_in(client, ada)
    make_archive(client)
    key = db.session.scalars(select(AccountExport.object_key)).one()
    gone = client.post("/account/data/deletion", data={"name": "Ada"}, headers=SAME)
    assert gone.headers["Location"] == "/account/data/deleted"
    assert "games’ public records" in client.get("/account/data/deleted").text
    assert other.get("/account.json").status_code == 401
    db.session.rollback()
    with pytest.raises(ObjectMissing):
        current_objects().get(key)
    left = {c.table.name: set(db.session.scalars(select(c))) for c in owning_columns()}
    assert [name for name, owners in left.items() if ada.id in owners] == []
    assert db.session.scalars(select(Account.id)).all() == [bo.id]
    rows = db.session.scalars(select(Audit).order_by(Audit.id)).all()
    assert rows[-1].action == "delete account"
    assert all("Ada" not in str((row.before, row.after, row.subject)) for row in rows)


def test_no_mail_that_was_to_open_an_address_outlives_its_account(client: FlaskClient) -> None:
    ada = with_things("Ada")
    new = channels.NewChannel("email", "ada@example.org", "a…@example.org", proof="p" * 43)
    channel_id = channels.add_channel(ada.id, new)
    assert channel_id
    prove_later(channel_id, "p" * 43)
    db.session.commit()
    sign_in(client, ada)
    client.post("/account/data/deletion", data={"name": "Ada"}, headers=SAME)
    assert db.session.scalars(select(JobRun.id).where(JobRun.kind == "telling.prove")).all() == []


def test_the_last_admin_is_not_deleted(client: FlaskClient) -> None:
    sign_in(client, person("Di"))
    refused = client.post("/account/data/deletion", data={"name": "Di"}, headers=SAME)
    assert refused.status_code == 409
    assert "last admin" in refused.text
    person("Di")
    gone = client.post("/account/data/deletion", data={"name": "Di"}, headers=SAME)
    assert gone.status_code == 303
    assert db.session.scalar(select(func.count()).select_from(AccountSession)) == 0


def test_everything_that_names_an_account_is_told_to_its_owner() -> None:
    told = {table for one in owned() for table in one.tables}
    named = {column.table.name for column in owning_columns()}
    assert named - told - {"sign_in_attempt"} == set()
    assert named >= STAYING
