"""Line 26: nothing that changes something may be asked without end; a refusal says when to return.

The API's own limits are in test_26_limits_of_the_api.py; work asked for by pages in
tests/core/test_limits.py, with Valkey away as well.
"""

from __future__ import annotations

from typing import Final

import pytest
from flask import Flask

from tests.access.addresses import ways_of
from tests.access.asking import OURS, address
from tests.access.people import sit_down
from webapp.core.limits import limiter

SAFE: Final = {"GET", "HEAD", "OPTIONS"}
UNCOUNTED: Final = {
    *("account.prefer", "channels.choose", "channels.open_again", "channels.remove"),
    "following.leave",
    *("identities.decline", "identities.unlink", "notifications.choose_bell", "notifications.read"),
    *("sessions.end", "sessions.end_all", "sessions.end_others", "sign_in.leave", "tokens.revoke"),
}
"""What somebody does to a few rows of their own, once signed in; an admin's doing is audited."""


def test_26_everything_that_costs_something_is_counted(house: Flask) -> None:
    ada = sit_down(house, "owner")
    assert ada.person
    limiter.reset()
    free = set()
    for (method, rule), endpoint in sorted(ways_of(house).items()):
        if method in SAFE or endpoint.startswith("admin."):
            continue
        path = address(house, rule, endpoint, ada.person)
        answer = sit_down(house, "owner").client.open(path, method=method, headers=OURS)
        if "X-RateLimit-Limit" not in answer.headers:
            free.add(endpoint)
    assert free == UNCOUNTED, sorted(free ^ UNCOUNTED)


@pytest.mark.parametrize(
    "path", ["/sign-in/discord", "/sign-in/link/x", "/deadlock/players/7/history"]
)
def test_26_a_refusal_says_when_to_return(house: Flask, path: str) -> None:
    client = house.test_client()
    with house.app_context():
        limiter.reset()
    answers = [client.post(path, headers=OURS) for _ in range(61)]
    refused = [one for one in answers if one.status_code == 429]
    assert refused
    assert all(0 < int(one.headers["Retry-After"]) <= 3600 for one in refused)
    assert answers[0].status_code != 429
