"""A long time at six tenths of what the site can do, and whether anything grows meanwhile.

What is kept stays the same: the worker brings the same matches over and over, so whatever
grows is no growing number of them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from webapp.cli.errors import StopCommandError
from webapp.cli.load.asked import Asker
from webapp.cli.load.figures import Traffic, slope, together, traffic_of
from webapp.cli.load.plan import Heard
from webapp.cli.load.sampling import PARTS, Sample, sample
from webapp.cli.load.site import Site, failures, running_site
from webapp.cli.load.traffic import asker_of, line_of, saturation, usual_rate
from webapp.cli.load.work import settle, working
from webapp.cli.terminal import say

EVERY_S: Final = 5.0
STRETCH_S: Final = 60.0
PER_TEN_MINUTES: Final = 600.0
MATCHES: Final = 30


@dataclass(frozen=True, slots=True)
class Growth:
    """How one thing went: first, last, its line's rise in ten minutes."""

    name: str
    unit: str
    first: float
    last: float
    rise: float
    allowed: float

    @property
    def grows(self) -> bool:
        """Say whether it rises more than it may."""
        return self.rise > self.allowed

    def line(self) -> str:
        """Write it for a terminal."""
        verdict = "grows" if self.grows else "steady"
        return (
            f"{self.name:<22} {self.first:8.1f} to {self.last:8.1f} {self.unit:<3}"
            f" {self.rise:+7.2f} in 10 min  (may rise {self.allowed:g})  {verdict}"
        )


def measure_soak(minutes: float, warm: float) -> tuple[Traffic, list[Growth]]:
    """Ask a site for so many minutes while it works; gives its traffic and what grew.

    For `warm` minutes before, it is asked the same and only fills what it holds.
    """
    with running_site() as site:
        settle(site.app)
        with working(site.app, among=MATCHES):
            asker = asker_of(site)
            _, full = saturation(asker)
            rate = usual_rate(full)
            say(f"{rate:.0f} a second for {minutes:g} minutes, and for {warm:g} before")
            before = _asked(asker, rate, warm)
            with sampled(site) as samples:
                stretches = _asked(asker, rate, minutes, after=len(before))
        say(*failures(site))
    return traffic_of(together(stretches)), growths(samples)


def growths(samples: list[Sample]) -> list[Growth]:
    """Fit a line through each thing looked at."""
    times = [one.at_s for one in samples]
    memory = [
        (f"memory of {name}", "MB", [one.memory_mb[name] for one in samples], 1.0) for name in PARTS
    ]
    rest = [
        ("open files", "", [float(one.open_files) for one in samples], 2.0),
        ("database connections", "", [float(one.connections) for one in samples], 1.0),
        ("memory of Valkey", "MB", [one.valkey_mb for one in samples], 0.5),
    ]
    return [
        Growth(name, unit, found[0], found[-1], slope(times, found) * PER_TEN_MINUTES, allowed)
        for name, unit, found, allowed in (*memory, *rest)
    ]


def said(traffic: Traffic, grown: list[Growth]) -> Iterator[str]:
    """Write a soak for a terminal, its verdict last."""
    yield line_of("asked", traffic)
    yield from (one.line() for one in grown)
    growing = [one.name for one in grown if one.grows]
    errors = f"{traffic.errors} errors, {traffic.refused} refused"
    yield f"{'Nothing grows' if not growing else 'Growing: ' + ', '.join(growing)}; {errors}."


@contextmanager
def sampled(site: Site) -> Iterator[list[Sample]]:
    """Look at the site every few seconds meanwhile.

    Raises StopCommandError where a part is not found: of nothing all would be called steady.
    """
    over, began = threading.Event(), time.monotonic()
    samples = [sample(site, 0.0)]
    lost = [name for name, megabytes in samples[0].memory_mb.items() if not megabytes]
    if lost:
        raise StopCommandError(f"The site has no process of these parts: {', '.join(lost)}.")

    def look() -> None:
        while not over.wait(EVERY_S):
            samples.append(sample(site, time.monotonic() - began))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield samples
    finally:
        over.set()
        thread.join()


def _asked(asker: Asker, rate: float, minutes: float, *, after: int = 0) -> list[Heard]:
    """Ask in stretches of a minute, so that what was heard is brought home now and then.

    So many stretches `after` others, to ask other things than those did.
    """
    whole, rest = divmod(minutes * 60, STRETCH_S)
    stretches = [STRETCH_S] * int(whole) + [rest] * (rest > 0)
    return [asker.at_rate(rate, seconds, seed) for seed, seconds in enumerate(stretches, after + 1)]
