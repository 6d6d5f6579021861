"""Eight processes ask Riot's servers at once: none is ever told that it was too many."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.request import urlopen

from webapp.simulator import create_simulator, running_simulator
from webapp.simulator.riot.windows import Limits

CALLS = 180
SHORT, LONG = (30, 1), (60, 4)
IDEAL_S = 9.0  # two long windows whole, and 60 calls of the third by thirties

# Asks for one platform's state until all calls together are made; a 429 ends it with an error.
ASKER = """
import sys, time, redis
from webapp.core.http import HttpClient, Upstream
from webapp.core.http.addresses import is_loopback
from webapp.core.http.wire import Wire
from webapp.core.rate_limit import Breaker, FixedLimiter, Limiter
from webapp.core.upstream_errors import Throttled
from webapp.lol.upstream.absent import Absent
from webapp.lol.upstream.budget import RiotBudget
from webapp.lol.upstream.client import RiotUpstream
from webapp.lol.domain.platforms import PLATFORMS
class Recorder:
    def record(self, exchange):
        assert exchange.status == 200, exchange
valkey_url, riot_url, calls = sys.argv[1], sys.argv[2], int(sys.argv[3])
valkey = redis.Redis.from_url(valkey_url)
def open_route(route):
    upstream = Upstream(f"riot-{route}", "Riot", riot_url.replace("{route}", route),
                        secret_headers={"X-Riot-Token": "RGAPI-eight"})
    return HttpClient(upstream, Limiter(valkey), Breaker(upstream.name, valkey), None, Recorder(),
                      Wire(lambda url: is_loopback), "Guildhall", lambda: "eight",
                      budget=RiotBudget(FixedLimiter(valkey), route))
riot = RiotUpstream(open_route, Absent(None))
while valkey.incr("test:asked") <= calls:
    while True:
        try:
            riot.fetch_status(PLATFORMS["EUW1"])
            break
        except Throttled:
            time.sleep(0.05)
"""


def test_eight_processes_earn_no_429_and_lose_little_time(valkey_url: str) -> None:
    limits = Limits(app=(SHORT, LONG), methods={"status": ((1000, 10),)})
    with running_simulator(app=create_simulator(riot=limits)) as running:
        command = [sys.executable, "-c", ASKER, valkey_url, running.riot_url, str(CALLS)]
        askers = [subprocess.Popen(command) for _ in range(8)]
        assert [asker.wait(60) for asker in askers] == [0] * 8
        with urlopen(f"{running.url}/_log") as answer:  # noqa: S310 - our own stand-in
            log = json.load(answer)
    moments = sorted(line["at"] for line in log)
    took = moments[-1] - moments[0]
    assert len(moments) == CALLS
    assert IDEAL_S / took >= 0.95
