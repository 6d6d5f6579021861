"""A browser's way to a provider and back, step by step, against the stand-ins."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SAME = {"Sec-Fetch-Site": "same-origin"}
OAUTH = ("discord", "google", "github", "eve")
EVERY = (*OAUTH, "steam")


@dataclass(frozen=True, slots=True)
class Told:
    """What a stand-in answered: its status, where it sends, its body."""

    status: int
    location: str
    body: bytes


def ask(url: str, *, method: str = "GET", body: bytes = b"") -> Told:
    """Ask a stand-in as a browser would, following nothing."""
    parts = urlsplit(url)
    link = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        link.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path, body)
        answer = link.getresponse()
        return Told(answer.status, answer.headers.get("Location", ""), answer.read())
    finally:
        link.close()


def forge(stand_in_url: str, provider: str, forgery: str) -> None:
    """Let the provider's next word on who somebody is be forged."""
    order = json.dumps({"provider": provider, "forgery": forgery}).encode()
    assert ask(f"{stand_in_url}/identity/_forge", method="POST", body=order).status == 200


def leave(client: FlaskClient, provider: str, **form: str) -> str:
    """Press a provider's button; gives where the browser is sent."""
    answer = client.post(f"/sign-in/{provider}", data=form, headers=SAME)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def choose(url: str, person: str = "ada") -> str:
    """Say at the provider who one is; gives the way back, without the host."""
    told = ask(f"{url}&{urlencode({'person': person})}")
    assert told.status == 302, told.body
    parts = urlsplit(told.location)
    return f"{parts.path}?{parts.query}"


def come_in(client: FlaskClient, provider: str, person: str = "ada", **form: str) -> TestResponse:
    """Go the whole way; gives the last answer."""
    return client.get(choose(leave(client, provider, **form), person))


def query_of(path: str) -> dict[str, str]:
    """Give the parameters of an address."""
    return dict(parse_qsl(urlsplit(path).query, keep_blank_values=True))


def changed(path: str, **parameters: str | None) -> str:
    """Give an address with parameters changed, or taken away."""
    new = {name.replace("__", "."): value for name, value in parameters.items()}
    told = {**query_of(path), **new}
    kept = {name: value for name, value in told.items() if value is not None}
    return f"{urlsplit(path).path}?{urlencode(kept)}"


def order(stand_in_url: str, path: str, fault: str, times: int = 1) -> None:
    """Order a fault of the stand-ins for what is asked below a path."""
    wanted = json.dumps({"path_pattern": path, "fault": fault, "times": times}).encode()
    assert ask(f"{stand_in_url}/_ctl", method="POST", body=wanted).status == 200


def calm(stand_in_url: str) -> None:
    """Take every order back."""
    ask(f"{stand_in_url}/_ctl", method="DELETE")


def one(client: FlaskClient) -> str | None:
    """Give the name of who is signed in with this client."""
    answer = client.get("/sign-in.json")
    return answer.json["signed_as"]  # type: ignore[index,no-any-return]
