"""Making a client for tests: any base URL, any resolver, little patience."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence

import redis
from sqlalchemy import select

from webapp.core.db import db
from webapp.core.http import HttpClient, Upstream
from webapp.core.http.addresses import resolve
from webapp.core.http.cache import ResponseStore
from webapp.core.http.opening import wall_for
from webapp.core.http.replies import Recorder
from webapp.core.http.wire import Wire
from webapp.core.models import UpstreamReply
from webapp.core.objects import current_objects
from webapp.core.rate_limit import Breaker, Limiter


def client_for(  # noqa: PLR0913 - each is one thing a test replaces
    base_url: str,
    *,
    hosts: frozenset[str] = frozenset(),
    valkey: redis.Redis | None = None,
    seconds: float = 2.0,
    ask: Callable[[str, int], Sequence[str]] = resolve,
    secret: dict[str, str] | None = None,
) -> HttpClient:
    """Give a client of an upstream of its own name, so that no test shares a budget."""
    name = f"test-{uuid.uuid4().hex[:8]}"
    upstream = Upstream(name, "The archive", base_url, hosts, secret_headers=secret or {})
    return HttpClient(
        upstream=upstream,
        limiter=Limiter(valkey),
        breaker=Breaker(name, valkey),
        cache=ResponseStore(db.engine, current_objects(), name),
        recorder=Recorder(db.engine),
        wire=Wire(lambda url: wall_for(upstream, url), ask),
        user_agent="Guildhall/test",
        request_id=lambda: "request-of-a-test",
        total_seconds=seconds,
    )


def recorded() -> list[UpstreamReply]:
    """Give the exchanges written down, in order."""
    return list(db.session.scalars(select(UpstreamReply).order_by(UpstreamReply.id)))
