"""An answer taken as it comes, line by line: for a service that speaks while it thinks.

The same walls as every other question: gate, pinned address, one deadline over everything, caps,
a record at its end. A line is never longer than the whole may be.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import httpcore2

from webapp.core.db import utc_now
from webapp.core.http.addresses import PinnedBackend
from webapp.core.http.bodies import Broken, TooLarge, read_body
from webapp.core.http.client import HttpClient
from webapp.core.http.deadline import Deadline
from webapp.core.http.gate import Begun
from webapp.core.http.outcomes import TRANSPORT, refusal, why_it_failed
from webapp.core.http.upstream import Route
from webapp.core.http.wire import CONNECT_SECONDS, Answer, headers_of, trust
from webapp.core.upstream_errors import Unavailable, UpstreamError

GOOD = 200
REFUSAL_BYTES = 64 * 1024


def ask_in_lines(client: HttpClient, path: str, body: bytes, *, route: Route) -> Iterator[str]:
    """Put a question once and give its answer's lines as they come.

    Raises what `HttpClient.post` raises, in the middle of it too. Whoever stops listening ends the
    connection.
    """
    url, deadline = client.upstream.address(path), Deadline.after(client.total_seconds)
    gate = client.gate()
    place = gate.pass_through(route, deadline)
    begun, came = Begun(time.monotonic(), client.request_id(), place), _Came()
    error: UpstreamError | None = None
    question = _Question(url, body, route, deadline, begun)
    try:
        yield from _lines(_chunks(client, question, came))
    except UpstreamError as refused:
        error = refused
    except TRANSPORT as failure:
        error = why_it_failed(failure, client.upstream, utc_now())
    finally:
        gate.note(route, came.answer, error, begun)
    if error is not None:
        raise error


class _Came:
    """What is known of an answer so far."""

    def __init__(self) -> None:
        self.answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """One question under way."""

    url: str
    body: bytes
    route: Route
    deadline: Deadline
    begun: Begun


def _chunks(client: HttpClient, put: _Question, came: _Came) -> Iterator[bytes]:
    url, deadline = put.url, put.deadline
    backend = PinnedBackend(deadline, client.wire.walls(url), client.wire.resolve)
    times = {"connect": min(CONNECT_SECONDS, deadline.left()), "pool": deadline.left()}
    with (
        httpcore2.ConnectionPool(trust(), network_backend=backend) as pool,
        pool.stream(
            "POST",
            url,
            headers=[*_headers(client, put.begun).items()],
            content=put.body,
            extensions={"timeout": times},
        ) as response,
    ):
        headers = headers_of(response)
        if response.status != GOOD:
            came.answer = _refused(response, headers)
            raise refusal(came.answer, client.upstream, put.route, utc_now()) or Unavailable(
                f"{client.upstream.label} gave an answer without words."
            )
        if headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}:
            raise Broken
        yield from _capped(response.iter_stream(), headers, put.route, came)


def _headers(client: HttpClient, begun: Begun) -> dict[str, str]:
    return {
        "Accept": "text/event-stream",
        "Content-Type": "application/json",
        **client.upstream.secret_headers,
        "User-Agent": f"{client.user_agent} (request {begun.request_id})",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _refused(response: httpcore2.Response, headers: Mapping[str, str]) -> Answer:
    body, wire = read_body(
        response.iter_stream(), headers, max_bytes=REFUSAL_BYTES, max_inflated=REFUSAL_BYTES
    )
    return Answer(response.status, headers, body, wire)


def _capped(
    chunks: Iterable[bytes], headers: Mapping[str, str], route: Route, came: _Came
) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        came.answer = Answer(GOOD, headers, b"", size)
        if size > route.max_bytes:
            raise TooLarge
        yield chunk


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    """Split at line ends; what is no UTF-8 is replaced, never fatal."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.rstrip(b"\r").decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")
