"""26. Ways in and claims are limited by account and for all, wherever they are asked from."""

from __future__ import annotations

import re
from typing import Final

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.access.asking import OURS
from tests.access.people import sit_down
from tests.games import is_here
from webapp.core.limits import limiter

CLAIM: Final = "/account/identities/claims/riot"
CLAIMS: Final = (CLAIM, f"{CLAIM}/check") if is_here("lol") else ()
OWN: Final = (*CLAIMS, "/account/password")
WAYS_IN: Final = (
    *("/sign-in/link/x", "/sign-in/password", "/sign-in/password/link"),
    "/sign-in/password/new/x",
)


def asked_from(client: FlaskClient, path: str, number: int) -> TestResponse:
    """Ask from an address, and for a mail address, nobody asked from or for before."""
    place = {"REMOTE_ADDR": f"203.0.113.{number}"}
    form = {"address": f"nobody{number}"}
    return client.post(path, data=form, headers=OURS, environ_overrides=place)


@pytest.fixture
def hundredfold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each request count as a hundred of those of all together, and as one of its own."""
    amount = property(lambda one: 100 if one.key_func() == "everybody" else 1)
    monkeypatch.setattr("flask_limiter._limits.RuntimeLimit.deduction_amount", amount)


@pytest.mark.usefixtures("hundredfold")
@pytest.mark.parametrize("path", [*WAYS_IN, *OWN])
def test_26_all_together_try_a_way_in_or_a_claim_only_so_often(house: Flask, path: str) -> None:
    client = sit_down(house, "owner").client
    limiter.reset()
    answers = [asked_from(client, path, number) for number in range(7)]
    assert 429 not in {one.status_code for one in answers[:6]}
    assert answers[6].status_code == 429
    again = int(answers[6].headers["Retry-After"])
    assert 0 < again <= 3600
    wait = re.search(r"Try again in (\d+) (second|minute)", answers[6].text)
    assert wait
    assert abs(int(wait[1]) * {"second": 1, "minute": 60}[wait[2]] - again) <= 60


@pytest.mark.parametrize("path", OWN)
def test_26_an_account_asks_for_a_claim_or_a_mail_only_so_often(house: Flask, path: str) -> None:
    ada, cy = (sit_down(house, one).client for one in ("owner", "other"))
    limiter.reset()
    codes = [asked_from(ada, path, number).status_code for number in range(11)]
    assert 429 not in codes[:10]
    assert codes[10] == 429
    assert asked_from(cy, path, 11).status_code != 429
