"""What is left of every budget, what is frozen, which breakers are open: read, never changed.

Names come from Valkey itself, so that nothing here must know which upstreams there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import redis

from webapp.core.rate_limit.fixed import standing_of

SCANNED: Final = 1000
MOST: Final = 400


@dataclass(frozen=True, slots=True)
class WindowLeft:
    """One window of one budget: how many calls it has, how many of them are used.

    `learned` is one the upstream's own answers told, not one we keep to of ourselves.
    """

    budget: str
    calls: int
    seconds: float
    used: int
    learned: bool = False

    @property
    def left(self) -> int:
        """How many calls are left."""
        return max(0, self.calls - self.used)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A budget nobody may draw on for so many seconds, because its upstream said so."""

    budget: str
    seconds: float


@dataclass(frozen=True, slots=True)
class BreakerState:
    """A breaker with failures: how many in a row, and for how many seconds it stays open."""

    upstream: str
    failures: int
    open_s: float


@dataclass(frozen=True, slots=True)
class Budgets:
    """All that is known of budgets now; `known` is False while Valkey is away."""

    known: bool
    windows: tuple[WindowLeft, ...] = ()
    frozen: tuple[Frozen, ...] = ()
    breakers: tuple[BreakerState, ...] = ()


def watch_budgets(valkey: redis.Redis) -> Budgets:
    """Read every budget, freeze and breaker there is now."""
    try:
        return Budgets(
            known=True,
            windows=(*_floating(valkey), *_fixed(valkey)),
            frozen=tuple(_frozen(valkey)),
            breakers=tuple(_breakers(valkey)),
        )
    except (redis.RedisError, OSError):
        return Budgets(known=False)


def open_breakers(valkey: redis.Redis) -> tuple[BreakerState, ...]:
    """Read the breakers that let nobody through now; none while Valkey is away."""
    try:
        return tuple(one for one in _breakers(valkey) if one.open_s > 0)
    except (redis.RedisError, OSError):
        return ()


def _floating(valkey: redis.Redis) -> Iterator[WindowLeft]:
    """Count the logs of floating windows."""
    now = _now_ms(valkey)
    for key in _keys(valkey, "limit:*:known"):
        budget = key.removeprefix("limit:").removesuffix(":known")
        told: Any = valkey.get(key) or b"[]"
        for calls, span, *mark in json.loads(told):
            used: Any = valkey.zcount(f"limit:{budget}:log", now - span, "+inf")
            yield WindowLeft(budget, int(calls), span / 1000, int(used), learned=bool(mark))


def _fixed(valkey: redis.Redis) -> Iterator[WindowLeft]:
    """Count fixed windows, as their upstream named them."""
    for key in _keys(valkey, "windows:*:told"):
        budget = key.removeprefix("windows:").removesuffix(":told")
        for one in standing_of(valkey, budget):
            yield WindowLeft(budget, one.calls, one.seconds, one.used, learned=True)


def _frozen(valkey: redis.Redis) -> Iterator[Frozen]:
    for kind in ("limit", "windows"):
        for key in _keys(valkey, f"{kind}:*:freeze"):
            left: Any = valkey.pttl(key)
            if left > 0:
                yield Frozen(key.removeprefix(f"{kind}:").removesuffix(":freeze"), left / 1000)


def _breakers(valkey: redis.Redis) -> Iterator[BreakerState]:
    now = _now_ms(valkey)
    for key in _keys(valkey, "breaker:*"):
        held: Any = valkey.hgetall(key)
        failures, until = int(held.get(b"failures", 0)), int(held.get(b"open_until", 0))
        yield BreakerState(key.removeprefix("breaker:"), failures, max(0, until - now) / 1000)


def _keys(valkey: redis.Redis, pattern: str) -> list[str]:
    """Name the keys of a pattern, in order; no more of them than a page could show."""
    found: list[str] = []
    for key in valkey.scan_iter(match=pattern, count=SCANNED):
        found.append(key.decode())
        if len(found) >= MOST:
            break
    return sorted(found)


def _now_ms(valkey: redis.Redis) -> int:
    clock: Any = valkey.time()
    return int(clock[0]) * 1000 + int(clock[1]) // 1000
