"""The limiter for upstreams that count in fixed windows, opened by the first call in them.

One atomic step looks at every window of every scope (the key's, the method's, …) and takes a
place in all of them or in none. What the upstream says of its windows and of its own count
is remembered: the larger count holds. Every window is kept open a little longer than the
upstream's, because a call arrives later than it was taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import redis
import structlog

from webapp.core.rate_limit.fixed_steps import TAKE, TOLD
from webapp.core.rate_limit.limiter import FREEZE, LEARNED_FOR, LONGEST_FREEZE, Window
from webapp.core.rate_limit.local import LocalLimiter

LOG = structlog.get_logger(__name__)
PAD_MS = 60
WINDOWS = re.compile(r"[0-9]{1,9}:[0-9]{1,6}(?:,[0-9]{1,9}:[0-9]{1,6}){0,7}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted together: its name, and its windows until the upstream names them."""

    name: str
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place taken in every window (`wait` 0), or none and the seconds to wait.

    `opened` says for each scope when the windows it was taken in were opened.
    """

    wait: float
    opened: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """How full one window of a scope is now; `left_s` until it opens anew."""

    calls: int
    seconds: int
    used: int
    left_s: float


class FixedLimiter:
    """Shared by all processes through Valkey; alone and careful without it."""

    def __init__(self, valkey: redis.Redis | None, *, pad_ms: int = PAD_MS) -> None:
        self._valkey = valkey
        self._pad_ms = pad_ms
        self._alone = LocalLimiter()

    def take(self, scopes: Sequence[Scope], *, reserve: float = 0.0) -> Place:
        """Take a place in every window of every scope at once, or none.

        `reserve` is the share of each scope's longest window left to others.
        """
        keys = [_key(scope.name) for scope in scopes]
        windows = [_written(scope.windows) for scope in scopes]
        try:
            wait, *opened = self._run(TAKE, keys, self._pad_ms, reserve, *windows)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[scope.name for scope in scopes])
            return Place(self._alone.take([_alone(scope) for scope in scopes]))
        return Place(int(wait) / 1000, _opened(scopes, opened))

    def told(self, scope: Scope, windows: str, counts: str, place: Place) -> None:
        """Remember the windows an upstream named, as `20:1,100:120`, and its counts so far."""
        if not (WINDOWS.fullmatch(windows) and WINDOWS.fullmatch(counts)):
            return
        opened = place.opened.get(scope.name, {})
        said: list[str] = []
        for part in counts.split(","):
            count, _, span = part.partition(":")
            said += [span, count, opened.get(span, "")]
        try:
            self._run(TOLD, [_key(scope.name)], self._pad_ms, LEARNED_FOR, windows, *said)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[scope.name])

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
        try:
            return tuple(self._standing(scope))
        except (redis.RedisError, OSError):
            return ()

    def _standing(self, scope: Scope) -> list[Standing]:
        if self._valkey is None:
            raise redis.ConnectionError("no Valkey was given")
        key = _key(scope.name)
        told: Any = self._valkey.get(f"{key}:told")
        text = told.decode() if told else _written(scope.windows)
        windows = [part.partition(":")[::2] for part in text.split(",") if part]
        if not windows:
            return []
        with self._valkey.pipeline(transaction=False) as asked:
            for _, span in windows:
                asked.hget(f"{key}:{span}", "n")
                asked.pttl(f"{key}:{span}")
            told_of: list[Any] = asked.execute()
        return [
            Standing(int(calls), int(span), int(used or 0), max(0, left) / 1000)
            for (calls, span), used, left in zip(windows, told_of[::2], told_of[1::2], strict=True)
        ]

    def _run(self, script: str, keys: list[str], *args: Any) -> Any:
        if self._valkey is None:
            raise redis.ConnectionError("no Valkey was given")
        return self._valkey.eval(script, len(keys), *keys, *args)


def _key(name: str) -> str:
    return f"windows:{name}"


def _written(windows: tuple[Window, ...]) -> str:
    return ",".join(f"{window.calls}:{int(window.seconds)}" for window in windows)


def _alone(scope: Scope) -> tuple[str, list[tuple[int, float]]]:
    return scope.name, [(window.calls, window.seconds) for window in scope.windows]


def _opened(scopes: Sequence[Scope], told: list[Any]) -> dict[str, dict[str, str]]:
    """Read scope number, span and opening, three by three."""
    found: dict[str, dict[str, str]] = {}
    for number, span, at in zip(told[::3], told[1::3], told[2::3], strict=True):
        found.setdefault(scopes[int(number) - 1].name, {})[span.decode()] = at.decode()
    return found
