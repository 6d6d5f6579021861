"""7. PKCE S256 in every address we send to; another verifier is refused by the provider."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.accounts.journey import OAUTH, choose, leave, one, query_of
from webapp.accounts.domain.secret import new_secret
from webapp.accounts.models import SignInAttempt
from webapp.core.db import db
from webapp.simulator.identity.codes import challenge_of


@pytest.mark.parametrize("provider", OAUTH)
def test_07_the_challenge_is_of_the_verifier_kept_here(app: Flask, provider: str) -> None:
    asked = query_of(leave(app.test_client(), provider))
    verifier = db.session.scalars(select(SignInAttempt.verifier)).one()
    assert asked["code_challenge_method"] == "S256"
    assert asked["code_challenge"] == challenge_of(verifier)
    assert verifier not in asked.values()


@pytest.mark.parametrize("provider", OAUTH)
def test_07_a_wrong_verifier_lets_nobody_in(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    db.session.execute(update(SignInAttempt).values(verifier=new_secret()))
    db.session.commit()
    answer = client.get(back)
    assert answer.status_code == 400
    assert "did not vouch" in answer.text
    assert one(client) is None
