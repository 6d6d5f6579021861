"""Line 21: a webhook leads to the open internet or nowhere. Every connection inside is counted.

A listener on this machine stands for what must never be reached; the walls are asked directly,
as if an address had slipped past the form, and by the form itself.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.accounts.telling import SAME
from tests.people import person, sign_in
from webapp.accounts.domain.addresses import read_receiver
from webapp.accounts.models import Channel
from webapp.core.db import db
from webapp.core.http.strangers import post_to_stranger
from webapp.core.upstream_errors import Walled


@dataclass
class Listener:
    """A socket of this machine that counts who comes."""

    port: int
    hits: list[str] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        made = Listener(server.getsockname()[1])
        stop = threading.Event()

        def count() -> None:
            while not stop.is_set():
                try:
                    came, who = server.accept()
                except TimeoutError:
                    continue
                made.hits.append(str(who))
                came.close()

        thread = threading.Thread(target=count)
        thread.start()
        yield made
        stop.set()
        thread.join(5)


INSIDE = [
    "127.0.0.1",
    "169.254.169.254",
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.1",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - an address nobody may name
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fe80::1",
    "fd00::1",
    "224.0.0.1",
    "255.255.255.255",
]
WRITTEN = [
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "localhost",
]


@pytest.mark.parametrize("address", INSIDE)
def test_21_a_name_that_leads_inside_is_not_called(
    app: Flask, listener: Listener, address: str
) -> None:
    del app
    url = f"https://hook.example:{listener.port}/x"
    outcome = post_to_stranger(url, b"{}", {}, ask=lambda _host, _port: [address])
    assert isinstance(outcome.error, Walled)
    assert listener.hits == []


@pytest.mark.parametrize("address", INSIDE)
def test_21_one_inner_address_among_public_ones_is_enough_to_refuse(
    app: Flask, listener: Listener, address: str
) -> None:
    del app
    url = f"https://hook.example:{listener.port}/x"
    outcome = post_to_stranger(url, b"{}", {}, ask=lambda _host, _port: ["8.8.8.8", address])
    assert isinstance(outcome.error, Walled)
    assert listener.hits == []


@pytest.mark.parametrize("host", WRITTEN)
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_21_this_machine_is_not_called_however_it_is_written(
    app: Flask, listener: Listener, host: str, scheme: str
) -> None:
    del app
    url = f"{scheme}://{host}:{listener.port}/x"
    assert read_receiver(url) is None
    outcome = post_to_stranger(url, b"{}", {})
    assert outcome.answer is None
    assert listener.hits == []


def test_21_a_name_that_changes_its_mind_gains_nothing(
    app: Flask, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever answers first is called: the name is asked once, and its answer is the address."""
    del app
    asked: list[str] = []
    called: list[str] = []

    def rebinding(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ["203.0.114.9"] if len(asked) == 1 else ["127.0.0.1"]

    def refuse(_self: object, address: str, *_more: object) -> None:
        called.append(address)
        raise_from_socket()

    monkeypatch.setattr("httpcore2.SyncBackend.connect_tcp", refuse)
    url = f"https://hook.example:{listener.port}/x"
    outcome = post_to_stranger(url, b"{}", {}, ask=rebinding)
    assert outcome.answer is None
    assert (asked, called) == (["hook.example"], ["203.0.114.9"])
    assert listener.hits == []


def raise_from_socket() -> None:
    import httpcore2

    raise httpcore2.ConnectError("nobody there")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_21_a_redirect_is_an_answer_and_not_a_way(
    app: Flask, listener: Listener, stand_in_url: str, status: int
) -> None:
    del app
    inside = f"http://127.0.0.1:{listener.port}/latest/meta-data"
    outcome = post_to_stranger(f"{stand_in_url}/status/{status}?to={inside}", b"{}", {})
    assert outcome.answer is not None
    assert outcome.answer.status == status
    assert outcome.answer.headers["location"] == inside
    assert listener.hits == []


@pytest.fixture
def stand_in_url(app: Flask) -> str:
    url: str = app.extensions["guildhall.settings"].receiver_on_loopback
    return url


@pytest.mark.parametrize(
    "odd",
    [
        "https://user@127.0.0.1/x",
        "https://hook.example\\@127.0.0.1/x",
        "https://127.0.0.1 .example/x",
        "https://hook.example/\r\nHost: x",
        "file:///etc/passwd",
        "gopher://127.0.0.1/x",
        "https://hook.example:22/x",
        "https://hook.example:0/x",
        "https://hook.example:99999/x",
        "https://hook.ex\u0430mple/x",
        "https://hook/x",
        "https://hook.example./x",
        "https://1.2.3.4.5/x",
        "https://hook.example/x#y",
        "https:hook.example/x",
        "//hook.example/x",
    ],
)
def test_21_the_form_takes_no_odd_address(app: Flask, client: FlaskClient, odd: str) -> None:
    del app
    sign_in(client, person("Ada"))
    answer = client.post("/account/webhooks", data={"url": odd}, headers=SAME)
    assert answer.status_code == 400
    assert db.session.scalar(select(func.count()).select_from(Channel)) == 0


def test_21_the_one_address_of_this_machine_has_no_variable() -> None:
    from webapp.config import SETTINGS

    assert "receiver_on_loopback" not in {setting.field for setting in SETTINGS}
