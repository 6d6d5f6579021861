"""The sign-in page: what it says when there is no door, none may be used, or one does not open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from tests.accounts.journey import EVERY, OAUTH, SAME, calm, choose, come_in, leave, one, order
from webapp.accounts.upstream.keys import forget_keys
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db
from webapp.simulator.server import RunningSimulator

# Where each is asked on the way back: for tokens, then who it is or which keys it signs with.
ASKED = (
    *((provider, ".*token") for provider in OAUTH),
    ("discord", "api/users/%40me"),
    ("github", "api/v3/user"),
    ("google", "oauth2/v3/certs"),
    ("eve", "oauth/jwks"),
)


def test_at_another_name_of_this_machine_the_page_leads_to_the_public_one(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/sign-in?next=/lol", base_url="http://localhost:8000")
    assert answer.headers["Location"] == "http://127.0.0.1:8000/sign-in?next=/lol"
    assert client.get("/sign-in", base_url="http://127.0.0.1:8000").status_code == 200


@pytest.fixture(scope="module")
def house(settings: Settings) -> Iterator[Callable[..., Flask]]:
    """Make apps with other settings than the usual ones."""
    made: list[Flask] = []

    def make(**other: object) -> Flask:
        made.append(create_app(replace(settings, **other)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


def test_over_plain_http_nobody_signs_in_and_the_page_says_why(
    app: Flask, house: Callable[..., Flask]
) -> None:
    del app
    client = house(public_url="http://guildhall.example").test_client()
    client.environ_base["HTTP_HOST"] = "guildhall.example"
    page = client.get("/sign-in", base_url="http://guildhall.example")
    assert "without encryption" in page.text
    assert "<button" not in page.text.partition('id="doors"')[2].partition("</section>")[0]
    answer = client.post("/sign-in/discord", headers=SAME, base_url="http://guildhall.example")
    assert answer.status_code == 403


def test_without_any_provider_the_page_says_how_to_get_a_link(
    app: Flask, house: Callable[..., Flask]
) -> None:
    del app
    none: dict[str, object] = {f"{name}_client_id": "" for name in EVERY if name != "steam"}
    client = house(**none, steam_sign_in=False).test_client()
    page = client.get("/sign-in")
    assert "./guildhall user link NAME" in page.text
    assert client.post("/sign-in/discord", headers=SAME).status_code == 404
    policy = page.headers["Content-Security-Policy"]
    assert "form-action 'self';" in policy


@pytest.mark.parametrize(("provider", "address"), ASKED)
@pytest.mark.parametrize("fault", ["500", "redirect", "html200", "429", "reset"])
def test_a_provider_in_trouble_is_said_to_be_and_nobody_comes_in(
    app: Flask, stand_in: RunningSimulator, provider: str, address: str, fault: str
) -> None:
    client = app.test_client()
    forget_keys()
    back = choose(leave(client, provider, next="/dota2"))
    order(stand_in.url, f"/identity/{provider}/{address}$", fault)
    try:
        answer = client.get(back)
    finally:
        calm(stand_in.url)
    assert answer.status_code == 503
    assert "cannot be asked at the moment" in answer.text
    assert "Try again in a minute, or use another way." in answer.text
    assert 'value="/dota2"' in answer.text
    assert one(client) is None
    assert come_in(client, provider, next="/dota2").headers["Location"] == "/dota2"


def test_who_begins_too_often_is_told_when_to_return(app: Flask) -> None:
    client = app.test_client()
    answers = [client.post("/sign-in/discord", headers=SAME) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [303] * 20 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
