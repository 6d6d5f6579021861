"""Callers are counted, limited and written down."""

import json

from tests.simulator.asking import asker
from webapp.simulator.limits import Buckets, Limit


def test_too_many_calls_earn_a_429_and_a_key_has_more_room() -> None:
    strict = asker(limits={"metadata": Limit(2, 60), "players": Limit(9, 1)})
    asked = [strict("/deadlock/v1/matches/70000404/metadata") for _ in range(3)]
    assert [answer[0] for answer in asked] == [404, 404, 429]
    assert int(asked[2][1]["Retry-After"]) >= 1
    assert asked[2][1]["RateLimit-Remaining"] == "0"
    keyed = [
        strict("/deadlock/v1/matches/70000404/metadata", x_api_key="HEXE-1")[0] for _ in range(20)
    ]
    assert keyed == [404] * 20


def test_a_bucket_fills_again_with_time() -> None:
    now = [0.0]
    buckets = Buckets({"metadata": Limit(1, 10)}, lambda: now[0])
    assert buckets.take("ada", "metadata", keyed=False).allowed
    refused = buckets.take("ada", "metadata", keyed=False)
    assert (refused.allowed, refused.reset_s) == (False, 10)
    assert buckets.take("bo", "metadata", keyed=False).allowed
    now[0] = 10.0
    assert buckets.take("ada", "metadata", keyed=False).allowed


def test_the_log_tells_what_was_asked_until_it_is_cleared() -> None:
    fresh = asker()
    fresh("/deadlock/v1/matches/1/metadata?disable_steam=true", x_api_key="k", user_agent="ada")
    asked = json.loads(fresh("/_log")[2])
    assert [(line["method"], line["path"], line["query"]) for line in asked] == [
        ("GET", "/deadlock/v1/matches/1/metadata", "disable_steam=true")
    ]
    assert asked[0]["headers"]["X-Api-Key"] == "k"
    fresh("/_log", "DELETE")
    assert json.loads(fresh("/_log")[2]) == []
