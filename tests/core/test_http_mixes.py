"""Many faults at once, from many threads: nothing but answers and named errors comes of it."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from tests.core.asking import client_for, recorded
from tests.core.test_http_faults import BODY, FAULTS, ROUTE
from tests.core.wire import listening, says
from webapp.core.http import HttpClient
from webapp.core.upstream_errors import UpstreamError

CALLS = 240
GOOD = says("200 OK", BODY, ETag='"one"')


def ask(client: HttpClient) -> str:
    try:
        return client.get("/v1/things/1", route=ROUTE).body.decode()
    except UpstreamError as error:
        return error.outcome if error.sentence.startswith("The archive ") else "unnamed"


def test_a_mix_of_faults_gives_answers_and_named_errors_alone(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    del app
    monkeypatch.setattr("webapp.core.http.client.JITTER_SECONDS", 0.0)
    chance = random.Random(20261121)
    faults = [fault.answer for fault in FAULTS if "drip" not in fault.name]
    answers = [chance.choice([GOOD, *faults]) for _ in range(3 * CALLS)]
    with listening(*answers) as listener, ThreadPoolExecutor(4) as threads:
        clients = [client_for(listener.url, seconds=5) for _ in range(CALLS)]
        ends = Counter(threads.map(ask, clients))
    assert ends[BODY.decode()] > 0
    assert sum(ends.values()) == CALLS
    assert "unnamed" not in ends
    assert {"throttled", "not_found", "drifted", "oversize", "unavailable"} < set(ends)
    assert len(recorded()) == listener.connections
