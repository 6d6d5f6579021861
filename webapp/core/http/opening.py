"""Making a client from the running app's own database, object store and Valkey."""

from __future__ import annotations

from collections.abc import Callable

from webapp.core.db import db
from webapp.core.http.addresses import is_loopback, is_public
from webapp.core.http.asides import Asides
from webapp.core.http.cache import ResponseStore
from webapp.core.http.client import TRIES, HttpClient
from webapp.core.http.files import FileClient
from webapp.core.http.gate import Budget
from webapp.core.http.replies import Recorder
from webapp.core.http.upstream import Upstream
from webapp.core.http.wire import Wire
from webapp.core.logs import request_id
from webapp.core.objects import current_objects
from webapp.core.rate_limit import Breaker, Limiter
from webapp.core.settings import current_settings
from webapp.core.upstream_pauses import pause_reader
from webapp.core.valkey import shared_valkey

VERSION = "0.1"


def open_client(
    upstream: Upstream, *, budget: Budget | None = None, tries: int = TRIES
) -> HttpClient:
    """Open a client for an upstream; needs the app's context, now and not later."""
    valkey = shared_valkey()
    return HttpClient(
        upstream=upstream,
        limiter=Limiter(valkey),
        breaker=Breaker(upstream.name, valkey),
        cache=ResponseStore(db.engine, current_objects(), upstream.name),
        recorder=Recorder(db.engine),
        wire=Wire(lambda url: wall_for(upstream, url)),
        user_agent=f"Guildhall/{VERSION} (+{current_settings().public_url})",
        request_id=request_id,
        tries=tries,
        budget=budget,
        stopped=pause_reader(db.engine, upstream.name),
        asides=Asides(db.engine, current_objects()),
    )


def open_files(upstream: Upstream) -> FileClient:
    """Open a client for large files; its context checks which addresses it may be given."""
    return FileClient(
        upstream=upstream,
        recorder=Recorder(db.engine),
        walls=lambda url: wall_for(upstream, url),
        user_agent=f"Guildhall/{VERSION} (+{current_settings().public_url})",
        request_id=request_id,
        stopped=pause_reader(db.engine, upstream.name),
    )


def wall_for(upstream: Upstream, url: str) -> Callable[[str], bool]:
    """Say which addresses a URL may lead to: public ones, or this machine where configured."""
    return is_loopback if upstream.is_loopback and upstream.owns(url) else is_public
