"""26. Pages are searched so often from one address, and work asked for so often by all together."""

from __future__ import annotations

from typing import Final

import pytest
from flask.testing import FlaskClient

from tests.access.asking import OURS

HERE: Final = {"REMOTE_ADDR": "203.0.113.7"}


def test_26_searching_is_limited_by_address_under_all_its_addresses(client: FlaskClient) -> None:
    def look(path: str, **where: str) -> int:
        place = HERE | {f"HTTP_{name}": said for name, said in where.items()}
        return client.get(path, environ_overrides=place).status_code

    part = {"HX_REQUEST": "true", "HX_REQUEST_TYPE": "partial"}
    paths = ("/open?q=7", "/open.json?q=7", "/?q=7", "/index.json?q=7")
    assert [look(path) for path in paths] == [200] * 4
    assert [look("/open?q=7", **part) for _ in range(116)] == [200] * 116
    assert [look(path) for path in paths] == [429] * 4
    refused = client.get("/open?q=7", environ_overrides=HERE)
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert client.get("/open?q=7").status_code == 200, "from elsewhere"
    assert [look("/"), look("/open"), look("/?q=")] == [200] * 3, "nothing is looked for"
    told = client.get("/api/v1/search?q=7", environ_overrides=HERE)
    assert (told.status_code, told.headers["X-RateLimit-Limit"]) == (200, "300")


@pytest.mark.usefixtures("twentyfold")
def test_26_searching_is_limited_for_all_whatever_the_address(client: FlaskClient) -> None:
    def look(number: int) -> int:
        place = {"REMOTE_ADDR": f"203.0.113.{number}"}
        return client.get("/open?q=7", environ_overrides=place).status_code

    assert [look(number) for number in range(121)] == [200] * 120 + [429]


@pytest.mark.usefixtures("twentyfold")
def test_26_all_together_are_limited_wherever_they_are(client: FlaskClient) -> None:
    def bring_nothing(number: int) -> int:
        place = {"REMOTE_ADDR": f"203.0.113.{number}"}
        return client.post("/open", headers=OURS, environ_overrides=place).status_code

    assert [bring_nothing(number) for number in range(31)] == [400] * 30 + [429]
    other = client.post("/sign-in/link/x", headers=OURS, environ_overrides=HERE)
    assert other.status_code != 429, "each kind of work by itself"
