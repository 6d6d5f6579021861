"""The process that asks: reads a plan, follows it, and writes what it heard.

Requests leave at moments drawn beforehand (as of many readers who do not know each other), so
a slow server is not asked less, and on many connections in turn: the kernel deals connections,
not requests, to the server's processes, and a few would be dealt unevenly. It imports nothing
of the app.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import sys
import time
from collections import deque
from contextlib import suppress
from itertools import accumulate

import msgspec

from webapp.cli.load.plan import Heard, Plan, Reply, Request
from webapp.cli.load.wire import BROKEN, Line

TICK_S = 0.001
LAST_WORD_S = 3.0
READERS = 100
# Niceness: an answer that has come is not late because who asked has not looked yet.
BEFORE_OTHERS = -5


class Asking:
    """One plan being followed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._random = random.Random(plan.seed)  # noqa: S311 - which page is no secret
        self._weights = list(accumulate(one.weight for one in plan.requests))
        self._idle: deque[Line] = deque()
        self._under_way: dict[Line, tuple[float, str]] = {}
        self._tasks: set[asyncio.Future[None]] = set()
        self._replies: list[Reply] = []
        self._late = 0.0
        self._began = 0.0

    async def follow(self) -> Heard:
        """Follow the plan to its end; answers may come for a while after the last request."""
        if self._plan.rate:
            await asyncio.gather(*(self._come() for _ in range(min(READERS, self._plan.lines))))
        self._began = time.perf_counter()
        unsent = await (self._paced() if self._plan.rate else self._unpaced())
        seconds = self._now()
        if self._under_way or self._tasks:
            await asyncio.sleep(LAST_WORD_S)
        for line in list(self._under_way):
            self._heard(line, BROKEN, LAST_WORD_S)
        return Heard(seconds, self._replies, self._late, unsent)

    async def _unpaced(self) -> int:
        for _ in range(self._plan.lines):
            self._send(self._now())
        await asyncio.sleep(self._plan.seconds)
        return 0

    async def _paced(self) -> int:
        due, waiting = self._next_due(0.0), 0
        while due < self._plan.seconds:
            now = self._now()
            while due <= now and due < self._plan.seconds:
                waiting += not self._send(due)
                due = self._next_due(due)
            await asyncio.sleep(max(0.0, min(due - self._now(), TICK_S)))
        return waiting

    def _next_due(self, due: float) -> float:
        return due + self._random.expovariate(self._plan.rate or 1.0)

    def _send(self, due: float) -> bool:
        """Send one request, on a new connection where none is free; False where none may be."""
        chosen = self._chosen()
        while self._idle:
            line = self._idle.popleft()
            if line.open:
                self._ask(line, chosen, due)
                return True
        if len(self._under_way) + len(self._tasks) >= self._plan.lines:
            return False
        task = asyncio.ensure_future(self._open(chosen, due))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _come(self) -> None:
        """Open a connection before there is anything to ask; who finds no way in asks later."""
        with suppress(OSError):
            self._idle.append(await self._connected())

    async def _connected(self) -> Line:
        loop, where = asyncio.get_running_loop(), (self._plan.host, self._plan.port)
        _, line = await loop.create_connection(lambda: Line(self._heard), *where)
        return line

    async def _open(self, chosen: Request, due: float) -> None:
        began = time.perf_counter()
        try:
            line = await self._connected()
        except OSError:
            took = time.perf_counter() - began
            self._replies.append(Reply(due, took, BROKEN, chosen.kind))
        else:
            self._ask(line, chosen, due)

    def _ask(self, line: Line, chosen: Request, due: float) -> None:
        self._late = max(self._late, self._now() - due)
        self._under_way[line] = (due, chosen.kind)
        line.ask(chosen.text.encode())

    def _heard(self, line: Line, status: int, took: float) -> None:
        due, kind = self._under_way.pop(line)
        self._replies.append(Reply(due, took, status, kind, line.says_when))
        if line.open and status != BROKEN:
            self._idle.append(line)
        else:
            line.hang_up()
        if self._plan.rate is None and self._now() < self._plan.seconds:
            self._send(self._now())

    def _chosen(self) -> Request:
        return self._random.choices(self._plan.requests, cum_weights=self._weights)[0]

    def _now(self) -> float:
        return time.perf_counter() - self._began


def main() -> None:
    """Follow the plan on standard input, before others on this machine where that is allowed.

    What was heard is kept to the end, and walking through all of it would stop the clock.
    """
    gc.disable()
    with suppress(PermissionError):
        os.nice(BEFORE_OTHERS)
    plan = msgspec.json.decode(sys.stdin.buffer.read(), type=Plan)
    sys.stdout.buffer.write(msgspec.json.encode(asyncio.run(Asking(plan).follow())))


if __name__ == "__main__":
    main()
