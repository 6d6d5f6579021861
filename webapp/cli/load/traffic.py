"""Mixed traffic: how much is too much, how it is below that, beyond it, and afterwards."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from webapp.cli.load.asked import Asker
from webapp.cli.load.figures import MANY_TIMES, Traffic, recovery_s, traffic_of, unusual_seconds
from webapp.cli.load.mix import Reader, bare, mixed
from webapp.cli.load.site import HOST, Site, failures, running_site, signed_in
from webapp.cli.load.work import Stream, settle, working
from webapp.cli.terminal import say

WARM_S: Final = 20.0
RESTLESS_S: Final = 10.0
STEP_S: Final = 10.0
STEPS: Final = 5
LOST_SHARE: Final = 0.001
BARE_S: Final = 30.0
OVERLOAD_S: Final = 20.0
AFTER_S: Final = 20.0
USUAL_SHARE, TOO_MANY_TIMES = 0.6, 10
WANTED_S, WANTED_RECOVERY_S = 1.0, 10.0


@dataclass(frozen=True, slots=True)
class TrafficFigures:
    """What mixed traffic came to; `recovery_s` is None where it did not recover while watched.

    It counts from the last request of too many; `blind_s` of it nobody asked anything, waiting
    for their answers. `bare` is the usual rate of a route that does nothing: what the machine
    itself comes to. `odd_usually` and `odd_after` are the seconds not as usual before and after
    too much was asked, of so many.
    """

    restless: Traffic
    full: Traffic
    bare: Traffic
    usual: Traffic
    usual_rate: float
    beyond: Traffic
    beyond_rate: float
    after: Traffic
    blind_s: float
    recovery_s: float | None
    odd_usually: tuple[int, int]
    odd_after: tuple[int, int]
    work_done: int
    work_share: float

    def lines(self) -> Iterator[str]:
        """Write it for a terminal."""
        yield "mixed traffic, asked from this machine too, a worker busy meanwhile"
        yield f"worker: {self.work_done} matches asked for, busy {self.work_share:.0%} of looks"
        yield line_of("as fast as answers come", self.restless)
        yield line_of("as many as are answered", self.full)
        yield line_of("a bare route, as many", self.bare)
        yield line_of(f"usual, {self.usual_rate:.0f}/s wanted", self.usual)
        yield f"  p99 is {self.usual.spread:.1f} times p50  (wanted <= {MANY_TIMES})"
        yield line_of(f"beyond, {self.beyond_rate:.0f}/s wanted", self.beyond)
        yield (
            f"  refused {self.beyond.refused_share:.0%}, told so within"
            f" {self.beyond.refused_p99_s * 1000:.0f} ms (p99);"
            f" p99 of the accepted wanted < {WANTED_S:g} s;"
            f" {self.beyond.curt + self.after.curt} without a Retry-After  (wanted 0)"
        )
        yield line_of("afterwards", self.after)
        took = f"after {self.recovery_s:.1f} s" if self.recovery_s is not None else "not yet"
        yield (
            f"  as usual again {took}, {self.blind_s:.1f} of them waited for last answers"
            f"  (wanted < {WANTED_RECOVERY_S:g} s)"
        )
        odd = " and ".join(f"{n} of {seconds}" for n, seconds in (self.odd_after, self.odd_usually))
        yield f"  seconds not as usual afterwards and before: {odd}"

    def missed(self) -> Iterator[str]:
        """Name what is not as wanted."""
        beyond, recovered = self.beyond, self.recovery_s
        checks = {
            "errors": not (self.usual.errors or beyond.errors or self.after.errors),
            "p99 over p50": self.usual.spread <= MANY_TIMES,
            "refusals beyond": beyond.refused > 0,
            "refusals without Retry-After": not (self.usual.curt or beyond.curt or self.after.curt),
            "p99 beyond": beyond.p99_s < WANTED_S,
            "recovery": recovered is not None and recovered < WANTED_RECOVERY_S,
        }
        yield from (name for name, well in checks.items() if not well)


def measure_traffic(minutes: float) -> TrafficFigures:
    """Run a site, keep a worker busy, and ask: to the full, usually, far too much, usually."""
    with running_site() as site:
        settle(site.app)
        asker = asker_of(site)
        with working(site.app) as stream:
            figures = _measured(asker, stream, minutes * 60)
        say(*failures(site))
        return figures


def asker_of(site: Site) -> Asker:
    """Know what to ask of this site, and ask some of it, so that it is awake."""
    reader = Reader(f"{HOST}:{site.port}", signed_in(site.app))
    asker = Asker(HOST, site.port, mixed(site.app, reader))
    asker.restless(WARM_S)
    return asker


def saturation(asker: Asker) -> tuple[Traffic, Traffic]:
    """Find how many a second may come before more than one in a thousand is not answered.

    Connections that never rest ask faster the faster they are answered, so what they get is
    more than readers can get who come when they like: between none and that, the interval is
    halved. Gives what the restless got, and the fullest traffic that was answered.
    """
    restless = traffic_of(asker.restless(RESTLESS_S))
    full, low, high = restless, 0.0, restless.per_second
    for step in range(STEPS):
        rate = (low + high) / 2
        tried = traffic_of(asker.at_rate(rate, STEP_S, seed=10 + step))
        if tried.lost_share <= LOST_SHARE:
            full, low = tried, rate
        else:
            high = rate
    return restless, full


def usual_rate(full: Traffic) -> float:
    """Give six tenths of what is the most, a second."""
    return full.per_second * USUAL_SHARE


def _measured(asker: Asker, stream: Stream, seconds: float) -> TrafficFigures:
    restless, full = saturation(asker)
    rate = usual_rate(full)
    say(f"{full.per_second:.0f} a second at most; {rate:.0f} a second for {seconds:.0f} s")
    of_nothing = replace(asker, requests=bare(f"{asker.host}:{asker.port}"))
    doing_nothing = traffic_of(of_nothing.at_rate(rate, BARE_S))
    before = asker.at_rate(rate, seconds)
    usual = traffic_of(before)
    too_much = full.per_second * TOO_MANY_TIMES
    began = time.monotonic()
    flood = asker.at_rate(too_much, OVERLOAD_S, seed=2)
    blind_s = max(0.0, time.monotonic() - began - flood.seconds)
    beyond = traffic_of(flood)
    heard = asker.at_rate(rate, AFTER_S, seed=3)
    odd_before, before_s = unusual_seconds(before.replies, usual)
    odd_after, after_s = unusual_seconds(heard.replies, usual)
    recovered = recovery_s(odd_after, after_s)
    return TrafficFigures(
        restless=restless,
        full=full,
        bare=doing_nothing,
        usual=usual,
        usual_rate=rate,
        beyond=beyond,
        beyond_rate=too_much,
        after=traffic_of(heard),
        blind_s=blind_s,
        recovery_s=None if recovered is None else blind_s + recovered,
        odd_usually=(len(odd_before), before_s),
        odd_after=(len(odd_after), after_s),
        work_done=stream.asked,
        work_share=stream.busy_share,
    )


def line_of(name: str, one: Traffic) -> str:
    """Write one run of asking for a terminal."""
    times = " ".join(f"{ms * 1000:7.1f}" for ms in (one.p50_s, one.p95_s, one.p99_s, one.slowest_s))
    wrong = "".join(f"  {kind}: {count}" for kind, count in one.wrong.items())
    late = f"  left {one.late_s * 1000:.0f} ms late at worst, {one.unsent} not at all"
    return (
        f"{name:<26} {one.per_second:6.0f}/s  ms p50 p95 p99 most {times}"
        f"  503: {one.refused}  errors: {one.errors}{wrong}{late}"
    )
