"""Line 16: a form changes what it is for; other fields and second values change nothing."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.people import person, sign_in
from webapp.accounts.models import Account
from webapp.core.db import db

SAME = {"Sec-Fetch-Site": "same-origin"}
FORM = {"name": "Ada", "theme": "dark", "time_zone": "", "language": "en"}
EXTRA = {
    "role": "admin",
    "is_admin": "1",
    "id": "2",
    "account_id": "2",
    "disabled_at": "2026-01-01",
    "created_at": "2000-01-01",
}


def rows() -> list[tuple[object, ...]]:
    columns = (Account.id, Account.name, Account.role, Account.disabled_at, Account.created_at)
    return [tuple(row) for row in db.session.execute(select(*columns).order_by(Account.id))]


@pytest.mark.parametrize("field", EXTRA)
def test_16_a_field_no_form_has_changes_nothing(client: FlaskClient, field: str) -> None:
    ada, _cy = person("Ada"), person("Cy")
    sign_in(client, ada)
    before = rows()
    form = {**FORM, field: EXTRA[field]}
    assert client.post("/account/preferences", data=form, headers=SAME).status_code == 303
    for path in ("/account/preferences", f"/account/preferences?{field}={EXTRA[field]}"):
        client.post(path, json=form, headers=SAME)
    db.session.rollback()
    assert rows() == before


def test_16_of_a_field_sent_twice_the_first_counts(client: FlaskClient) -> None:
    sign_in(client, person("Ada"))
    form = {**FORM, "name": ["Ada", "Di"], "theme": ["light", "dark"]}
    assert client.post("/account/preferences", data=form, headers=SAME).status_code == 303
    kept = db.session.execute(select(Account.name, Account.theme)).one()
    assert tuple(kept) == ("Ada", "light")


def test_16_the_query_of_an_address_is_no_form(client: FlaskClient) -> None:
    ada = person("Ada")
    sign_in(client, ada)
    assert client.post("/account/data/deletion?name=Ada", headers=SAME).status_code == 400
    assert db.session.get(Account, ada.id)


def test_16_a_merge_takes_its_account_from_what_was_proved_alone(client: FlaskClient) -> None:
    ada, cy = person("Ada"), person("Cy")
    sign_in(client, ada)
    form = {"account_id": str(cy.id), "merge": str(cy.id), "into": str(ada.id)}
    assert client.post("/account/merge", data=form, headers=SAME).status_code == 409
    assert db.session.get(Account, cy.id)
