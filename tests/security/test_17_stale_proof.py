"""Line 17: nobody changes anything backstage on an old proof, however the request is dressed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.access.addresses import ways_of
from tests.access.asking import address, ask_for
from tests.access.people import sit_down
from webapp.accounts.models import AccountSession
from webapp.core.db import db, utc_now
from webapp.core.models import Audit

OLD = timedelta(minutes=31)
MATTERS = {
    "account_data.ask", "account_data.delete", "account_data.fetch", "identities.merge",
    "identities.unlink", "password.change", "tokens.make",
}  # fmt: skip
"""What matters enough in an account of one's own to show again who one is."""
DRESSED = {
    "whole": ({}, {303}),
    "part": ({"HX-Request": "true", "HX-Request-Type": "partial"}, {204, 303}),
    "json": ({"Accept": "application/json"}, {401}),
    "overridden": ({"X-HTTP-Method-Override": "GET"}, {303}),
}


def audited(house: Flask) -> int:
    """Count what was noted as changed."""
    with house.app_context():
        found = db.session.scalar(select(func.count()).select_from(Audit)) or 0
        db.session.remove()
    return found


@pytest.mark.parametrize("dress", DRESSED)
def test_17_an_old_proof_changes_nothing(house: Flask, dress: str) -> None:
    headers, wanted = DRESSED[dress]
    di = sit_down(house, "admin")
    assert di.person
    ways = [
        (method, rule, endpoint)
        for (method, rule), endpoint in sorted(ways_of(house).items())
        if endpoint in MATTERS or (method != "GET" and rule.startswith("/admin"))
    ]
    assert len(ways) > 25
    paths = [address(house, rule, endpoint, di.person) for _, rule, endpoint in ways]
    with house.app_context():
        mine = update(AccountSession).where(AccountSession.account_id == di.person.id)
        db.session.execute(mine.values(proved_at=utc_now() - OLD))
        db.session.commit()
        db.session.remove()
    before = audited(house)
    for (method, _, endpoint), path in zip(ways, paths, strict=True):
        answer = ask_for(di.client, method, path, endpoint, **headers)
        assert answer.status_code in wanted, path
        sent_to = answer.headers.get("Location") or answer.headers.get("HX-Redirect", "")
        assert answer.status_code == 401 or sent_to.startswith("/sign-in?"), path
    assert audited(house) == before
