"""Line 1: the cookie is `__Host-…`, for https, this host and the whole site, and no script's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask

from tests.access.things import sign_in_link
from tests.conftest import forget_who_asked
from tests.people import person, sign_in
from webapp.app import create_app
from webapp.config import Settings
from webapp.core.db import db

OURS = {"Sec-Fetch-Site": "same-origin"}
AT = "https://guildhall.example"


@pytest.fixture
def public(app: Flask, settings: Settings) -> Iterator[Flask]:
    """Give the app as it is when readers come by https."""
    assert app
    public = create_app(dataclasses.replace(settings, public_url=AT))
    public.before_request_funcs.setdefault(None, []).insert(0, forget_who_asked)
    yield public
    with public.app_context():
        db.engine.dispose()


def test_01_the_cookie_is_bound_to_the_host_and_https(public: Flask) -> None:
    client, link = public.test_client(), f"/sign-in/link/{sign_in_link(person('Ada'))}"
    answer = client.post(link, headers=OURS, base_url=AT)
    (cookie,) = answer.headers.getlist("Set-Cookie")
    name, _, rest = cookie.partition("=")
    told = {part.strip().lower() for part in rest.split(";")[1:]}
    assert name == "__Host-guildhall"
    assert {"secure", "httponly", "samesite=lax", "path=/"} <= told
    assert not [part for part in told if part.startswith("domain")]


def test_01_leaving_takes_the_same_cookie_back(public: Flask) -> None:
    client = public.test_client()
    with public.app_context():
        secret = sign_in(client, person("Ada"))
    client.set_cookie("__Host-guildhall", secret, secure=True, domain="guildhall.example")
    answer = client.post("/sign-out", headers=OURS, base_url=AT)
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-guildhall=;")
    assert "Secure" in cookie
    assert "Max-Age=0" in cookie


def test_01_no_page_but_a_sign_in_sets_a_cookie(public: Flask) -> None:
    for path in ("/", "/deadlock", "/open?q=1", "/sign-in", "/me/slot", "/nope", "/status"):
        answer = public.test_client().get(path, base_url=AT)
        assert "Set-Cookie" not in answer.headers, path
        kept = answer.headers["Strict-Transport-Security"]
        assert kept == "max-age=31536000; includeSubDomains"
