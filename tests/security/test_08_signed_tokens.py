"""8. A signed token is taken only when all of it holds; keys are asked for now and then."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from authlib.oidc.core.util import create_half_hash
from flask import Flask
from sqlalchemy import func, select

from tests.accounts.journey import ask, choose, come_in, forge, leave, one
from webapp.accounts.domain.signed_token import Expected, Forged, read_token
from webapp.accounts.models import Account
from webapp.accounts.providers import find_provider
from webapp.accounts.upstream import keys
from webapp.core.db import db
from webapp.simulator.identity.signing import FORGERIES, own_key, sign
from webapp.simulator.server import RunningSimulator

SIGNED = ("google", "eve")
# EVE's token answers no question of ours, so it holds no nonce; a Google subject may be any line.
NOT_OF = {
    "google": {"wrong_sub", "sub_in_other_digits"},
    "eve": {"wrong_nonce", "no_nonce"},
}
FORGED = [(one, forgery) for one in SIGNED for forgery in sorted(FORGERIES - NOT_OF[one])]


@pytest.fixture(autouse=True)
def fresh_keys() -> Iterator[None]:
    keys.forget_keys()
    yield
    keys.forget_keys()


@pytest.mark.parametrize(("provider", "forgery"), FORGED)
def test_08_a_forged_token_lets_nobody_in(
    app: Flask, stand_in: RunningSimulator, provider: str, forgery: str
) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    forge(stand_in.url, provider, forgery)
    answer = client.get(back)
    assert answer.status_code == 400
    assert one(client) is None
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


@pytest.mark.parametrize("provider", SIGNED)
def test_08_keys_are_asked_for_once_and_not_for_every_unknown_name(
    app: Flask, stand_in: RunningSimulator, provider: str
) -> None:
    ask(f"{stand_in.url}/_log", method="DELETE")
    for _ in range(3):
        assert come_in(app.test_client(), provider).status_code == 303
    for _ in range(3):
        back = choose(leave(client := app.test_client(), provider))
        forge(stand_in.url, provider, "unknown_kid")
        assert client.get(back).status_code == 400
    asked = [line["path"] for line in json.loads(ask(f"{stand_in.url}/_log").body)]
    assert len([path for path in asked if path.endswith(("/certs", "/jwks"))]) == 1


@dataclass(frozen=True, slots=True)
class Published:
    """Answers for a provider with keys, however many, all of one form."""

    names: tuple[str, ...]

    def get(self, _url: str) -> Published:
        """Answer whatever is asked for."""
        return self

    @property
    def body(self) -> bytes:
        """What it publishes."""
        form = own_key().as_dict(private=False)
        return json.dumps({"keys": [{**form, "kid": name} for name in self.names]}).encode()


def test_08_of_a_thousand_keys_the_first_twenty_are_held(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    many = Published(tuple(f"key-{number}" for number in range(1000)))
    monkeypatch.setattr(keys, "Desk", lambda _provider: many)
    google = find_provider("google")
    assert google
    held = keys.keys_for(google, "key-19")
    assert [key.kid for key in held.keys] == [f"key-{number}" for number in range(20)]


def test_08_sets_of_keys_do_not_pile_up(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    del app
    monkeypatch.setattr(keys, "Desk", lambda _provider: Published(("key",)))
    google = find_provider("google")
    assert google
    most = 0
    for number in range(40):
        elsewhere = replace(google, keys=f"https://keys.example/{number}")
        assert [key.kid for key in keys.keys_for(elsewhere, "key").keys] == ["key"]
        most = max(most, len(keys._held))  # noqa: SLF001 - what is held cannot be seen elsewhere
    assert most == 16


def expected(**other: object) -> Expected:
    told: dict[str, object] = {"issuers": ("us",), "audiences": ("me",), "client_id": "me"}
    return Expected(**{**told, **other})  # type: ignore[arg-type]


def token(**claims: object) -> str:
    now = int(time.time())
    told = {"iss": "us", "aud": "me", "sub": "1", "iat": now, "exp": now + 60, **claims}
    return sign(told)


def read(signed: str, wanted: Expected) -> object:
    from joserfc.jwk import KeySet

    return read_token(signed, KeySet([own_key()]), wanted, int(time.time()))["sub"]


def test_08_a_token_for_others_besides_us_is_taken_only_when_all_wanted_are_named() -> None:
    both = expected(audiences=("me", "EVE Online"))
    assert read(token(aud=["me", "EVE Online"], azp="me"), both) == "1"
    for audience in (["me"], ["EVE Online"], "me", ["EVE Online", "you"]):
        with pytest.raises(Forged):
            read(token(aud=audience, azp="me"), both)


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": "soon"},
        {"exp": True},
        {"iat": None},
        {"aud": []},
        {"aud": None},
        {"aud": {"me": 1}},
        {"iss": ["us"]},
        {"sub": ""},
        {"exp": 10**30, "nbf": 10**20},
    ],
)
def test_08_claims_of_a_strange_form_are_refused(claims: dict[str, object]) -> None:
    with pytest.raises(Forged):
        read(token(**claims), expected())


def test_08_a_token_of_a_megabyte_is_not_read() -> None:
    with pytest.raises(Forged):
        read(token(name="x" * 1_000_000), expected())


def test_08_a_token_that_names_another_access_token_is_refused() -> None:
    mine, other = (create_half_hash(text, "RS256").decode() for text in ("mine", "other"))
    assert read(token(at_hash=mine), expected(access_token="mine")) == "1"  # noqa: S106
    with pytest.raises(Forged):
        read(token(at_hash=other), expected(access_token="mine"))  # noqa: S106
