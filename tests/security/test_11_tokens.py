"""11. A provider's tokens lie sealed, show nowhere, and are renewed by one asker at a time."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

import msgspec
import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.accounts.journey import (
    EVERY,
    OAUTH,
    ask,
    calm,
    choose,
    come_in,
    forge,
    leave,
    order,
    query_of,
)
from webapp.accounts.models import Identity
from webapp.accounts.upstream import oauth, refreshing
from webapp.accounts.upstream.refreshing import PURPOSE, fresh_access_token
from webapp.core.db import db
from webapp.core.sealing import seal, unseal
from webapp.core.upstream_errors import Forbidden, UpstreamError
from webapp.simulator.server import RunningSimulator


@pytest.fixture(autouse=True)
def calm_again(stand_in: RunningSimulator) -> Iterator[None]:
    yield
    calm(stand_in.url)


def character() -> Identity:
    db.session.expire_all()
    return db.session.scalars(select(Identity)).one()


def age(identity: Identity) -> dict[str, str]:
    """Let an identity's tokens be old; gives them as they are."""
    kept = json.loads(unseal(identity.sealed_tokens or "", PURPOSE) or "")
    old = msgspec.json.encode({**kept, "until": int(time.time())}).decode()
    identity.sealed_tokens = seal(old, PURPOSE)
    db.session.commit()
    return kept  # type: ignore[no-any-return]


@pytest.mark.parametrize("provider", OAUTH)
def test_11_no_row_no_log_no_page_and_no_address_has_a_token_in_it(
    app: Flask, provider: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []
    asked = oauth._tokens  # noqa: SLF001 - to see what came

    def watched(*args: object) -> object:
        tokens = asked(*args)  # type: ignore[arg-type]
        seen.extend(one for one in tokens.values() if isinstance(one, str) and len(one) > 20)
        return tokens

    monkeypatch.setattr(oauth, "_tokens", watched)
    client = app.test_client()
    going = leave(client, provider)
    back = client.get(choose(going))
    said = client.get("/sign-in").text + back.text + back.headers["Location"] + going
    written = capsys.readouterr()
    said += written.out + written.err + _every_row()
    assert seen
    assert not [token for token in seen if token in said]
    assert bool(character().sealed_tokens) is (provider == "eve")


def _every_row() -> str:
    tables = [table.name for table in db.metadata.sorted_tables]
    return "".join(
        str(db.session.execute(text(f'SELECT * FROM "{name}"')).all())  # noqa: S608 - our tables
        for name in tables
    )


@pytest.mark.parametrize("provider", EVERY)
def test_11_a_refused_return_does_not_repeat_what_came_with_it(app: Flask, provider: str) -> None:
    client = app.test_client()
    back = choose(leave(client, provider))
    client.get(back)
    refused = client.get(back)
    assert refused.status_code == 400
    told = query_of(back)
    secret = [told[name] for name in ("state", "code", "openid.sig") if name in told]
    assert secret
    assert not [one for one in secret if one in refused.text]


def test_11_fresh_tokens_are_given_without_asking(app: Flask, stand_in: RunningSimulator) -> None:
    come_in(app.test_client(), "eve")
    ask(f"{stand_in.url}/_log", method="DELETE")
    assert fresh_access_token(character().id).count(".") == 2
    assert json.loads(ask(f"{stand_in.url}/_log").body) == []


def test_11_two_who_renew_at_once_ask_once(app: Flask, stand_in: RunningSimulator) -> None:
    come_in(app.test_client(), "eve")
    identity = character()
    old = age(identity)
    ask(f"{stand_in.url}/_log", method="DELETE")
    got: list[str] = []
    start = threading.Barrier(2)

    def renew(number: int) -> None:
        with app.app_context():
            start.wait(10)
            got.append(fresh_access_token(number))
            db.session.remove()

    both = [threading.Thread(target=renew, args=(identity.id,)) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(20)
    asked = [one["path"] for one in json.loads(ask(f"{stand_in.url}/_log").body)]
    assert asked.count("/identity/eve/v2/oauth/token") == 1
    assert len(got) == 2
    assert len(set(got)) == 1
    assert got[0] != old["access"]


def test_11_a_renewal_that_fails_keeps_what_there_was(
    app: Flask, stand_in: RunningSimulator
) -> None:
    come_in(app.test_client(), "eve")
    age(character())
    before = character().sealed_tokens
    order(stand_in.url, "/identity/eve/v2/oauth/token", "500")
    with pytest.raises(UpstreamError):
        fresh_access_token(character().id)
    assert character().sealed_tokens == before
    assert fresh_access_token(character().id)


def test_11_a_renewed_token_of_somebody_else_is_not_kept(
    app: Flask, stand_in: RunningSimulator
) -> None:
    come_in(app.test_client(), "eve")
    age(character())
    before = character().sealed_tokens
    forge(stand_in.url, "eve", "other_key")
    with pytest.raises(Forbidden, match="once more"):
        fresh_access_token(character().id)
    assert character().sealed_tokens == before


def test_11_without_tokens_or_with_another_secret_it_is_a_new_sign_in(app: Flask) -> None:
    come_in(app.test_client(), "eve")
    identity = character()
    identity.sealed_tokens = seal("{}", "another purpose")
    db.session.commit()
    with pytest.raises(Forbidden, match="once more"):
        fresh_access_token(identity.id)
    with pytest.raises(Forbidden, match="once more"):
        refreshing.fresh_access_token(10**9)
