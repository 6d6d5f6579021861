"""Line 9: an identity is the subject a provider names, nothing else; without one, nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.accounts.journey import EVERY, choose, come_in, forge, leave, one
from webapp.accounts.models import Account, Identity
from webapp.accounts.providers import Person, Provider, find_provider
from webapp.core.db import db
from webapp.simulator.identity.telling import BODIES, SPOILT
from webapp.simulator.server import RunningSimulator

ASKED = ("discord", "github")
MAILING = ("discord", "google", "github")
NAMING = (*MAILING, "eve")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> dict[str, Mapping[str, Any]]:
    """Fill with what each provider tells us of somebody on the way back."""
    told: dict[str, Mapping[str, Any]] = {}

    def listening(name: str) -> Provider | None:
        known = find_provider(name)
        if known is None:
            return None

        def person(said: Mapping[str, Any]) -> Person:
            told[name] = said
            return known.person(said)

        return replace(known, person=person)

    monkeypatch.setattr("webapp.accounts.sign_in.addresses.find_provider", listening)
    return told


def test_09_the_same_address_of_mail_or_name_elsewhere_is_somebody_else(
    app: Flask, heard: dict[str, Mapping[str, Any]]
) -> None:
    clients = {provider: app.test_client() for provider in EVERY}
    for provider, client in clients.items():
        come_in(client, provider)
    assert {heard[name]["email"] for name in MAILING} == {"ada@guildhall.example"}
    assert heard["discord"]["verified"] is heard["google"]["email_verified"] is True
    assert {one(clients[name]) for name in NAMING} == {"Ada Marsh"}
    owners = db.session.execute(select(Identity.provider, Identity.account_id)).all()
    assert {provider for provider, _ in owners} == {*EVERY}
    assert len({account for _, account in owners}) == len(EVERY)


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
