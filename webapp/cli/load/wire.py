"""One connection to a web server, kept open: a request as bytes out, its status and time back.

Reads only what tells an answer's end; bodies are counted, not kept. Small on purpose: on a
machine that serves and asks at once, what asks must cost little.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import cast

Done = Callable[["Line", int, float], None]
HEAD_END = b"\r\n\r\n"
CHUNKS_END = b"0\r\n\r\n"
AGAIN = b"\r\nretry-after:"
REFUSED = (429, 503)
BROKEN = 0
WITHOUT_BODY = frozenset({204, 304})


class Line(asyncio.Protocol):
    """A connection with at most one request under way; `done` hears status and seconds."""

    def __init__(self, done: Done) -> None:
        self._done = done
        self._transport: asyncio.Transport | None = None
        self._sent_at = 0.0
        self._busy = False
        self._clear()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Be open."""
        self._transport = cast("asyncio.Transport", transport)

    @property
    def says_when(self) -> bool:
        """Say whether the last answer was a refusal that tells when to ask again."""
        return self._says_when

    @property
    def open(self) -> bool:
        """Say whether another request can be sent."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, request: bytes) -> None:
        """Send one request."""
        if self._transport is None:
            raise ConnectionError("not connected")
        self.ask_on(self._transport.write, request)

    def ask_on(self, write: Callable[[bytes], None], request: bytes) -> None:
        """Send one request by `write`, and expect its answer from now on."""
        self._clear()
        self._busy, self._sent_at = True, time.perf_counter()
        write(request)

    def hang_up(self) -> None:
        """End the connection."""
        if self._transport:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Follow the answer to its end."""
        if self._status == BROKEN:
            self._head += data
            self._read_head()
        else:
            self._take(data)
        if self._status != BROKEN and self._ended():
            self._finish(self._status)

    def connection_lost(self, _error: Exception | None) -> None:
        """Tell of the request that was under way, if any."""
        if self._busy:
            self._finish(BROKEN)

    def _finish(self, status: int) -> None:
        self._busy = False
        self._done(self, status, time.perf_counter() - self._sent_at)

    def _clear(self) -> None:
        self._head, self._tail = b"", b""
        self._status, self._left = BROKEN, -1
        self._says_when = False

    def _read_head(self) -> None:
        head, end, body = self._head.partition(HEAD_END)
        if not end:
            return
        self._status = int(head[9:12])
        self._says_when = self._status in REFUSED and AGAIN in head.lower()
        self._left = 0 if self._status in WITHOUT_BODY else content_length(head)
        self._take(body)

    def _take(self, body: bytes) -> None:
        if self._left < 0:
            self._tail = (self._tail + body)[-len(CHUNKS_END) :]
        else:
            self._left -= len(body)

    def _ended(self) -> bool:
        return self._tail == CHUNKS_END if self._left < 0 else self._left == 0


def content_length(head: bytes) -> int:
    """Read how long the body is; -1 where it comes in chunks."""
    at = head.lower().find(b"\r\ncontent-length:")
    return int(head[at + 17 :].split(b"\r\n", 1)[0]) if at >= 0 else -1
