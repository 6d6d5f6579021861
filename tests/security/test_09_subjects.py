"""Line 9: an identity is the subject a provider names, nothing else; without one, nobody's."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.accounts.journey import choose, come_in, forge, leave, one
from webapp.accounts.models import Account
from webapp.core.db import db
from webapp.simulator.identity.telling import BODIES, SPOILT
from webapp.simulator.server import RunningSimulator

ASKED = ("discord", "github")


@pytest.mark.parametrize("provider", ASKED)
@pytest.mark.parametrize("spoilt", sorted(SPOILT))
def test_09_who_is_told_without_a_subject_is_nobody(
    app: Flask, stand_in: RunningSimulator, provider: str, spoilt: str
) -> None:
    client = app.test_client()
    back = choose(leave(client, provider, next="/dota2"))
    forge(stand_in.url, provider, spoilt)
    answer = client.get(back)
    said = (503, "cannot be asked") if spoilt in BODIES else (400, "did not vouch for you")
    assert answer.status_code == said[0]
    assert said[1] in answer.text
    assert 'value="/dota2"' in answer.text
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0
    assert come_in(client, provider).status_code == 303
