"""Bringing one large file to disk: as it comes, in order, within caps of time and size.

For files too large for memory, from addresses their context has checked. The same walls as
every other question: the address resolved, checked and pinned, no redirect, one deadline
over everything, no packing we did not ask for. What is written is hostile until read.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpcore2

from webapp.core.db import utc_now
from webapp.core.http.addresses import PinnedBackend, Resolve, resolve
from webapp.core.http.bodies import Broken, CutShort, TooLarge
from webapp.core.http.deadline import Deadline
from webapp.core.http.gate import nobody_stopped, refuse_stopped
from webapp.core.http.outcomes import TRANSPORT, refusal, why_it_failed
from webapp.core.http.replies import Exchange, Recorder
from webapp.core.http.upstream import Route, Upstream
from webapp.core.http.wire import CONNECT_SECONDS, Answer, headers_of, trust
from webapp.core.upstream_errors import Unavailable, UpstreamError

GOOD = 200


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file on disk: its size, what it is by content, when it came."""

    bytes: int
    sha256: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class FileClient:
    """Files of one kind of server; keeps nothing open between them."""

    upstream: Upstream
    recorder: Recorder
    walls: Callable[[str], Callable[[str], bool]]
    user_agent: str
    request_id: Callable[[], str]
    resolve: Resolve = resolve
    stopped: Callable[[], bool] = nobody_stopped

    def fetch(self, url: str, path: Path, route: Route, *, seconds: float) -> Fetched:
        """Bring a checked address's file; raises the errors of webapp.core.upstream_errors.

        Nothing is left at `path` when it raises.
        """
        refuse_stopped(self.upstream, self.stopped)
        begun, came, error = time.monotonic(), Came(), None
        try:
            error = self._bring(url, path, route, Deadline.after(seconds), came)
        except TRANSPORT as failure:
            error = why_it_failed(failure, self.upstream, utc_now())
        finally:
            if error is not None or not came.whole:
                with suppress(FileNotFoundError):
                    path.unlink()
        self._note(route, came, error, int((time.monotonic() - begun) * 1000))
        if error is not None:
            raise error
        return Fetched(came.bytes, came.digest.hexdigest(), utc_now())

    def _bring(
        self, url: str, path: Path, route: Route, deadline: Deadline, came: Came
    ) -> UpstreamError | None:
        backend = PinnedBackend(deadline, self.walls(url), self.resolve)
        times = {"connect": min(CONNECT_SECONDS, deadline.left()), "pool": deadline.left()}
        agent = f"{self.user_agent} (request {self.request_id()})"
        headers = [("User-Agent", agent), ("Accept-Encoding", "identity"), ("Connection", "close")]
        with (
            httpcore2.ConnectionPool(trust(), network_backend=backend) as pool,
            pool.stream("GET", url, headers=headers, extensions={"timeout": times}) as response,
        ):
            came.status, told = response.status, headers_of(response)
            if response.status != GOOD:
                answer = Answer(response.status, told, b"", 0)
                return refusal(answer, self.upstream, route, utc_now()) or _odd(self.upstream)
            _write(response.iter_stream(), told, path, route.max_bytes, came)
        return None

    def _note(self, route: Route, came: Came, error: UpstreamError | None, took_ms: int) -> None:
        self.recorder.record(
            Exchange(
                upstream=self.upstream.name,
                route=route.template,
                status=came.status,
                outcome=error.outcome if error else "ok",
                latency_ms=took_ms,
                bytes=came.bytes,
                remaining=None,
                request_id=self.request_id(),
            )
        )


class Came:
    """How much has come so far."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.bytes = 0
        self.digest = hashlib.sha256()
        self.whole = False


def _write(
    chunks: Iterable[bytes], headers: Mapping[str, str], path: Path, most_bytes: int, came: Came
) -> None:
    if headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}:
        raise Broken
    declared = headers.get("content-length", "")
    length = int(declared[:20]) if declared.isdecimal() else None
    if length is not None and length > most_bytes:
        raise TooLarge
    with path.open("xb") as file:
        for chunk in chunks:
            came.bytes += len(chunk)
            if came.bytes > most_bytes:
                raise TooLarge
            came.digest.update(chunk)
            file.write(chunk)
    if length is not None and came.bytes != length:
        raise CutShort
    came.whole = True


def _odd(upstream: Upstream) -> UpstreamError:
    return Unavailable(f"{upstream.label} gave an answer without a file.")
