"""No question leaves for an address it should not: a listener on this machine hears nothing."""

from __future__ import annotations

from collections.abc import Sequence

import httpcore2
import pytest
from flask import Flask

from tests.core.asking import client_for, recorded
from tests.core.wire import listening, says
from webapp.core.http import Route
from webapp.core.http.addresses import is_public
from webapp.core.upstream_errors import Drifted, Unavailable, Walled

ROUTE = Route("/a", "a", kind="bytes")
PRIVATE = [
    "127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - never bound, only refused
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00:ec2::254",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::",
    "ff02::1",
]  # fmt: skip


def always(*addresses: str) -> object:
    def ask(_host: str, _port: int) -> Sequence[str]:
        return addresses

    return ask


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_may_not_lead_inside(app: Flask, address: str) -> None:
    del app
    assert not is_public(address)
    client = client_for("https://archive.example", ask=always(address))
    with pytest.raises(Walled, match="address we do not call"):
        client.get("/a", route=ROUTE)
    assert [(e.status, e.outcome) for e in recorded()] == [(None, "walled")]


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_is_enough_to_refuse(app: Flask) -> None:
    del app
    client = client_for("https://archive.example", ask=always("1.1.1.1", "127.0.0.1"))
    with pytest.raises(Walled):
        client.get("/a", route=ROUTE)


def test_a_name_that_changes_its_mind_is_asked_only_once(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    answers = [["1.1.1.1"], ["127.0.0.1"]]
    opened: list[str] = []

    def connect(_self: object, host: str, *_: object) -> httpcore2.NetworkStream:
        opened.append(host)
        raise httpcore2.ConnectError("no network in tests")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    client = client_for("https://archive.example", ask=lambda *_: answers.pop(0))
    with pytest.raises(Walled):  # the second try resolves anew, and is refused
        client.get("/a", route=ROUTE)
    assert opened == ["1.1.1.1"]


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/x", "http://169.254.169.254/latest"])
def test_a_redirect_is_not_followed(app: Flask, target: str) -> None:
    del app
    with listening(says("200 OK", b"secret")) as inside:
        location = target.format(port=inside.port)
        with listening(says("302 Found", b"", Location=location)) as outside:
            client = client_for(outside.url)
            with pytest.raises(Drifted, match="do not follow"):
                client.get("/a", route=ROUTE)
    assert (outside.connections, inside.connections) == (1, 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "https://127.0.0.1:{port}/", "http://2130706433:{port}/",
        "http://0x7f000001:{port}/", "http://0177.0.0.1:{port}/", "http://[::ffff:7f00:1]:{port}/",
        "http://[::1]:{port}/", "http://art.example:{port}/", "https://art.example:{port}/",
        "http://art.example/", "https://art.example@127.0.0.1:{port}/", "https://art.example.evil/",
        "https://art.example\\@127.0.0.1/", "https://art.example:99999/", "file:///etc/passwd",
        "//127.0.0.1:{port}/", "https://art.example\r\nX: y/", "https:///x", "", "gopher://x/",
        "https://ärt.example/", "https://[art.example/",
    ],
)  # fmt: skip
def test_an_address_off_the_list_is_never_called(app: Flask, url: str) -> None:
    del app
    with listening(says("200 OK", b"secret")) as listener:
        client = client_for(
            "https://archive.example", hosts=frozenset({"art.example"}), ask=always("127.0.0.1")
        )
        with pytest.raises(Walled):
            client.get_url(url.format(port=listener.port), route=ROUTE)
    assert listener.connections == 0
    assert recorded() == []


def test_a_listed_host_that_leads_here_is_never_called(app: Flask) -> None:
    del app
    with listening(says("200 OK", b"secret")) as listener:
        art = frozenset({"art.example"})
        client = client_for(listener.url, hosts=art, ask=always("127.0.0.1"))
        with pytest.raises(Walled):
            client.get_url("https://art.example/hero.png", route=ROUTE)
    assert listener.connections == 0


@pytest.mark.parametrize(
    "path", ["a", "", "//evil.example/", "/../x", "/a/../b", "/a b", "/a?b", "/a#b", "/a\r\nX: y",
             "/a\\b", "/ä", "/@evil", "https://evil.example/"],
)  # fmt: skip
def test_what_is_no_path_is_never_sent(app: Flask, path: str) -> None:
    del app
    with listening(says("200 OK", b"{}")) as listener:
        client = client_for(listener.url)
        with pytest.raises(ValueError, match="not a path"):
            client.get(path, route=ROUTE)
    assert listener.connections == 0


def test_keys_go_to_the_configured_origin_alone(app: Flask) -> None:
    del app
    upstream = client_for("https://archive.example", hosts=frozenset({"art.example"})).upstream
    assert upstream.owns("https://archive.example/v1/a")
    assert not upstream.owns("https://art.example/v1/a")
    assert not upstream.owns("https://archive.example.evil/v1/a")


def test_tls_keeps_the_name_though_the_address_is_pinned(app: Flask) -> None:
    del app
    with listening(says("400 plain text")) as listener:
        client = client_for(f"https://localhost:{listener.port}", ask=always("127.0.0.1"))
        with pytest.raises(Unavailable, match="could not be reached"):
            client.get("/a", route=ROUTE)
        listener.stopping.wait(0.1)
    assert any("localhost" in head for head in listener.heads)


def test_a_name_nobody_knows_is_an_outage(app: Flask) -> None:
    del app

    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise OSError("no such name")

    with pytest.raises(Unavailable, match="could not be reached"):
        client_for("https://archive.example", ask=unknown).get("/a", route=ROUTE)


def test_a_resolver_that_hangs_counts_against_the_deadline(app: Flask) -> None:
    del app
    with listening(says("200 OK", b"{}")) as listener:

        def hang(_host: str, _port: int) -> Sequence[str]:
            listener.stopping.wait(5)
            return []

        with pytest.raises(Unavailable, match="in time"):
            client_for("https://archive.example", ask=hang, seconds=0.3).get("/a", route=ROUTE)
