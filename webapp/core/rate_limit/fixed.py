"""The limiter for upstreams that count in fixed windows, opened by the first call in them.

One atomic step looks at every window of every scope (the key's, the method's, …) and takes a
place in all of them or in none. When an upstream's window opened is not known, only that a call
arrived between its taking and its answer: so a call counts until a whole window after its
answer, and as long as it is under way. No window of the upstream's can then hold more than it
allows, however slow a process is: of the calls that arrive in one, every other still counts
when the last is taken. What the upstream says of its windows and of its own count is
remembered: the larger count holds.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import redis
import structlog

from webapp.core.rate_limit.fixed_steps import ANSWERED, TAKE
from webapp.core.rate_limit.limiter import FREEZE, LEARNED_FOR, LONGEST_FREEZE, Window
from webapp.core.rate_limit.local import LocalLimiter

LOG = structlog.get_logger(__name__)
PAD_MS: Final = 20
"""Moments are whole milliseconds and no two clocks run alike."""
LONGEST_WAY_MS: Final = 30_000
"""A call nobody told the end of is held for arrived after so long: longer than any deadline."""
UNCOUNTED: Final = "-"
WINDOWS = re.compile(r"[0-9]{1,9}:[0-9]{1,6}(?:,[0-9]{1,9}:[0-9]{1,6}){0,7}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted together: its name, and its windows until the upstream names them.

    One that is not `counted` has no windows and never gets any: it can only be frozen.
    """

    name: str
    windows: tuple[Window, ...] = ()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place taken in every window (`wait` 0), or none and the seconds to wait.

    `call` names it among those under way; `taken_ms` is when it was, by Valkey's clock.
    """

    wait: float
    call: str = ""
    taken_ms: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer said of one scope: its windows as `20:1,100:120`, and the counts in them.

    Empty where it said nothing, or nothing that can be read.
    """

    scope: Scope
    windows: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How full one window of a scope is now."""

    calls: int
    seconds: int
    used: int


class FixedLimiter:
    """Shared by all processes through Valkey; alone and careful without it."""

    def __init__(self, valkey: redis.Redis | None) -> None:
        self._valkey = valkey
        self._alone = LocalLimiter()

    def take(self, scopes: Sequence[Scope], *, reserve: float = 0.0) -> Place:
        """Take a place in every window of every scope at once, or none.

        `reserve` is the share of each scope's longest window left to others. Say `answered`
        when the call is over.
        """
        keys = [_key(scope.name) for scope in scopes]
        windows = [_written(one.windows) if one.counted else UNCOUNTED for one in scopes]
        call = uuid.uuid4().hex
        try:
            wait, *now = self._run(TAKE, keys, PAD_MS, LONGEST_WAY_MS, reserve, call, *windows)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[scope.name for scope in scopes])
            return Place(self._alone.take([_alone(scope) for scope in scopes]))
        return Place(int(wait) / 1000, call, int(now[0])) if now else Place(int(wait) / 1000)

    def answered(self, place: Place, told: Sequence[Told]) -> None:
        """Say that a call is over, in the scopes it counts in, and what they were told to be."""
        keys = [_key(one.scope.name) for one in told]
        said: list[str] = []
        for one in told:
            fits = WINDOWS.fullmatch(one.windows) and WINDOWS.fullmatch(one.counts)
            said += [one.windows, one.counts] if fits else ["", ""]
        try:
            self._run(ANSWERED, keys, PAD_MS, LEARNED_FOR, place.call, place.taken_ms, *said)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[one.scope.name for one in told])

    def freeze(self, scope: Scope, seconds: float) -> float:
        """Let nobody through for so long (at most 15 minutes); gives the seconds it took."""
        bounded = min(max(seconds, 0.0), LONGEST_FREEZE)
        self._alone.freeze(scope.name, bounded)
        try:
            self._run(FREEZE, [f"{_key(scope.name)}:freeze"], max(1, int(bounded * 1000)))
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[scope.name])
        return bounded

    def frozen_s(self, scope: Scope) -> float:
        """Say for how long nobody is let through yet; 0 when there is no freeze to be seen."""
        try:
            left: Any = self._valkey.pttl(f"{_key(scope.name)}:freeze") if self._valkey else 0
        except (redis.RedisError, OSError):
            return 0.0
        return max(0, int(left)) / 1000

    def standing(self, scope: Scope) -> tuple[Standing, ...]:
        """Say how full each window of a scope is; nothing when Valkey is away."""
        if self._valkey is None:
            return ()
        try:
            return tuple(standing_of(self._valkey, scope.name, _written(scope.windows)))
        except (redis.RedisError, OSError):
            return ()

    def _run(self, script: str, keys: list[str], *args: Any) -> Any:
        if self._valkey is None:
            raise redis.ConnectionError("no Valkey was given")
        return self._valkey.eval(script, len(keys), *keys, *args)


def standing_of(valkey: redis.Redis, name: str, windows: str = "") -> Iterator[Standing]:
    """Count a scope's calls in its windows, as they were told or else as given."""
    key = _key(name)
    told: Any = valkey.get(f"{key}:told")
    clock: Any = valkey.time()
    now = int(clock[0]) * 1000 + int(clock[1]) // 1000
    for part in filter(None, (told.decode() if told else windows).split(",")):
        calls, _, span = part.partition(":")
        reach = int(span) * 1000 + PAD_MS
        ours: Any = valkey.zcount(f"{key}:log", f"({now - reach}", "+inf")
        others: Any = valkey.get(f"{key}:others:{span}")
        yield Standing(int(calls), int(span), int(ours) + int(others or 0))


def _key(name: str) -> str:
    return f"windows:{name}"


def _written(windows: tuple[Window, ...]) -> str:
    return ",".join(f"{window.calls}:{int(window.seconds)}" for window in windows)


def _alone(scope: Scope) -> tuple[str, list[tuple[int, float]]]:
    return scope.name, [(window.calls, window.seconds) for window in scope.windows]
