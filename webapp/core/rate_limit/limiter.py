"""The limiter: takes a place in several windows at once, or says how long to wait.

Every window is exact over any floating span (a log of moments, not a fixed grid): in no
`seconds` seconds are there more than `calls` calls, whoever makes them. The server's clock
is the only clock.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import redis
import structlog

from webapp.core.rate_limit.local import LocalLimiter

LOG = structlog.get_logger(__name__)
LONGEST_FREEZE = 15 * 60.0
LEARNED_FOR = 24 * 3600
KNOWN_FOR = 14 * LEARNED_FOR
MOST_LOGGED = 20_000  # a window wider than this is not worth remembering call by call

# KEYS: per bucket its log, its freeze, its learned window. Times in milliseconds. Beside them
# each bucket's windows are written down, a learned one with a mark, so that a page can say how
# much of them is left.
TAKE = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local buckets, costs = cjson.decode(ARGV[1]), cjson.decode(ARGV[4])
local wait = 0
for i, windows in ipairs(buckets) do
  local log, freeze, learned = KEYS[3*i-2], KEYS[3*i-1], KEYS[3*i]
  local frozen = redis.call('PTTL', freeze)
  if frozen > wait then wait = frozen end
  local told = redis.call('HMGET', learned, 'calls', 'span')
  if told[1] and told[2] then table.insert(windows, {tonumber(told[1]), tonumber(told[2]), 1}) end
  local known = string.sub(log, 1, -4) .. 'known'
  redis.call('SET', known, cjson.encode(windows), 'EX', ARGV[3])
  local widest = 0
  for _, window in ipairs(windows) do
    if window[2] > widest then widest = window[2] end
  end
  redis.call('ZREMRANGEBYSCORE', log, '-inf', now - widest)
  for _, window in ipairs(windows) do
    local held = redis.call('ZCOUNT', log, '(' .. (now - window[2]), '+inf')
    local room = window[1] - costs[i]
    if held > room then
      local left, first = window[2], {}
      if room >= 0 then first = redis.call('ZREVRANGE', log, room, room, 'WITHSCORES') end
      if first[2] then left = tonumber(first[2]) + window[2] - now end
      if left < 1 then left = 1 end
      if left > wait then wait = left end
    end
  end
  windows.widest = widest
end
if wait > 0 then return wait end
for i, windows in ipairs(buckets) do
  if windows.widest > 0 then
    for place = 1, costs[i] do redis.call('ZADD', KEYS[3*i-2], now, ARGV[2] .. place) end
    redis.call('PEXPIRE', KEYS[3*i-2], windows.widest)
  end
end
return 0
"""

# A freeze may be prolonged by anyone and cut short by none.
FREEZE = """
local left = redis.call('PTTL', KEYS[1])
if tonumber(ARGV[1]) > left then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 1
"""


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many calls in any so many seconds."""

    calls: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Bucket:
    """One budget: its name (`deadlock:metadata`) and the windows that bound it.

    `cost` is how many places one taking needs; all are taken or none is.
    """

    name: str
    windows: tuple[Window, ...]
    cost: int = 1


class Limiter:
    """Shared by all processes through Valkey; alone and careful without it."""

    def __init__(self, valkey: redis.Redis | None) -> None:
        self._valkey = valkey
        self._alone = LocalLimiter()

    def take(self, buckets: Sequence[Bucket]) -> float:
        """Take what it costs in every bucket and give 0, or nothing and give seconds to wait."""
        keys = [f"limit:{b.name}:{part}" for b in buckets for part in ("log", "freeze", "told")]
        windows = [[[w.calls, int(w.seconds * 1000)] for w in b.windows] for b in buckets]
        costs = json.dumps([b.cost for b in buckets])
        try:
            waited = self._run(TAKE, keys, json.dumps(windows), uuid.uuid4().hex, KNOWN_FOR, costs)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[b.name for b in buckets])
            return self._alone.take(
                [(b.name, [(w.calls, w.seconds) for w in b.windows]) for b in buckets],
                {b.name: b.cost for b in buckets},
            )
        return int(waited) / 1000

    def freeze(self, bucket: Bucket, seconds: float) -> float:
        """Let nobody through for so long (at most 15 minutes); gives the seconds it took."""
        bounded = min(max(seconds, 0.0), LONGEST_FREEZE)
        self._alone.freeze(bucket.name, bounded)
        try:
            self._run(FREEZE, [f"limit:{bucket.name}:freeze"], max(1, int(bounded * 1000)))
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[bucket.name])
        return bounded

    def learn(self, bucket: Bucket, window: Window) -> None:
        """Remember for a day a window the upstream itself named."""
        if not (0 < window.calls <= MOST_LOGGED and 0 < window.seconds <= LEARNED_FOR):
            return
        key = f"limit:{bucket.name}:told"
        told: Any = {"calls": window.calls, "span": int(window.seconds * 1000)}
        try:
            if self._valkey is not None:
                self._valkey.hset(key, mapping=told)
                self._valkey.expire(key, LEARNED_FOR)
        except (redis.RedisError, OSError):
            LOG.warning("limiter_alone", buckets=[bucket.name])

    def _run(self, script: str, keys: list[str], *args: Any) -> Any:
        if self._valkey is None:
            raise redis.ConnectionError("no Valkey was given")
        return self._valkey.eval(script, len(keys), *keys, *args)
