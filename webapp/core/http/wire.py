"""One question over one connection: headers and body, nothing judged yet.

Speaks through httpcore2, the engine of httpx2, because the latter's client inflates bodies
unasked. One connection carries one question: nothing that follows a wrong length can be
taken for the next answer, and no socket is left to be shared by a fork.
"""

from __future__ import annotations

import functools
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpcore2
import httpx2

from webapp.core.http.addresses import PinnedBackend, Resolve, resolve
from webapp.core.http.bodies import CutShort, looks_cut, read_body
from webapp.core.http.deadline import Deadline
from webapp.core.http.upstream import Route

CONNECT_SECONDS = 5.0
MOST_HEADERS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: status, headers in lower case, inflated body, bytes over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    wire_bytes: int


@dataclass(frozen=True, slots=True)
class Wire:
    """How connections are opened: which addresses a URL may lead to, and who knows them."""

    walls: Callable[[str], Callable[[str], bool]]
    resolve: Resolve = resolve

    def ask(
        self,
        url: str,
        headers: Mapping[str, str],
        route: Route,
        deadline: Deadline,
        *,
        body: bytes | None = None,
    ) -> Answer:
        """Ask once, with a body by POST; raises httpcore2's errors and this package's own facts."""
        backend = PinnedBackend(deadline, self.walls(url), self.resolve)
        times = {"connect": min(CONNECT_SECONDS, deadline.left()), "pool": deadline.left()}
        with (
            httpcore2.ConnectionPool(trust(), network_backend=backend) as pool,
            pool.stream(
                "GET" if body is None else "POST",
                url,
                headers=[*headers.items()],
                content=body,
                extensions={"timeout": times},
            ) as response,
        ):
            return _read(response, route)


def headers_of(response: httpcore2.Response) -> dict[str, str]:
    """Give an answer's headers in lower case, the first of each name."""
    headers: dict[str, str] = {}
    for name, value in response.headers[:MOST_HEADERS]:
        headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    return headers


@functools.cache
def trust() -> ssl.SSLContext:
    """Trust the usual authorities; the environment's proxies and keys have no say."""
    return httpx2.create_ssl_context(trust_env=False)


def _read(response: httpcore2.Response, route: Route) -> Answer:
    headers = headers_of(response)
    body, wire = read_body(
        response.iter_stream(),
        headers,
        max_bytes=route.max_bytes,
        max_inflated=route.max_inflated_bytes,
    )
    if response.status == httpx2.codes.OK and body and looks_cut(body, headers, route.kind):
        raise CutShort
    return Answer(response.status, headers, body, wire)
