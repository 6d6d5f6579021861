"""How often something may be asked for, by whom; who asks too often is told when to return.

Costly work is counted by address, by account, by token and for everybody together; reading the
API by whoever asks; what pages are searched for by address and for everybody together, for such
pages do not look who reads them. A token may less than its account, so that one program leaves
something to its owner and to the others. Counts live in Valkey. While it is away each process
counts for itself: costly work stays limited, reading goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import ceil
from time import time
from typing import Final, ParamSpec, TypeVar

from flask import Blueprint, Flask, Response, request
from flask_limiter import Limiter, RequestLimit, RouteLimit
from flask_limiter.errors import RateLimitExceeded
from flask_limiter.util import get_remote_address
from redis.exceptions import RedisError

from webapp.config import Settings
from webapp.core.asker import asker

P = ParamSpec("P")
R = TypeVar("R")
EXTENSION: Final = "guildhall.limits"
COSTLY: Final = "30 per minute; 300 per hour"
COSTLY_BY_PROGRAM: Final = "20 per minute; 200 per hour"
COSTLY_FOR_ALL: Final = "600 per minute"
READS: Final = "300 per minute"
"""How much one address may read of the API without a token."""
READS_KNOWN: Final = "600 per minute"
"""How much an account may read of it."""
READS_BY_PROGRAM: Final = "400 per minute"
"""How much each of its tokens may."""
SEARCHES: Final = "120 per minute"
"""How often one address may have pages look for a text; who types fast asks once a second."""
SEARCHES_FOR_ALL: Final = "2400 per minute"
WORTH_MINUTES: Final = 120
"""From so many seconds on a wait is told in minutes."""


class _Limits(Limiter):
    """Looks for limits before a view only in blueprints that have some.

    The library looks before every view, a sixth of what an unchanged page takes. What `limited`
    counts is looked for around the view itself.
    """

    def __init__(self) -> None:
        super().__init__(get_remote_address, headers_enabled=True)
        self.blueprints: set[str] = set()

    def _check_request_limit(
        self,
        callable_name: str | None = None,
        in_middleware: bool = True,  # noqa: FBT001, FBT002 - the library's own signature
    ) -> None:
        if not in_middleware or _reading_is_limited():
            try:
                self._count(callable_name, in_middleware)
            except RateLimitExceeded as refused:
                refused.description = self._when_again()
                raise

    def _count(self, callable_name: str | None, in_middleware: bool) -> None:  # noqa: FBT001
        try:
            super()._check_request_limit(callable_name, in_middleware)
        except RedisError:
            self._count_here()
            super()._check_request_limit(callable_name, in_middleware)

    def _when_again(self) -> str:
        """Say when to ask again; nothing where there is no telling."""
        limit = self.current_limit
        if limit is None:
            return ""
        seconds = max(1, int(limit.reset_at - time()))
        if seconds < WORTH_MINUTES:
            return f"Try again in {seconds} second{'' if seconds == 1 else 's'}."
        return f"Try again in {ceil(seconds / 60)} minutes."

    @property
    def current_limit(self) -> RequestLimit | None:
        """Give the limit that is said in the answer, with what is left of it."""
        found = super().current_limit
        if found is not None:
            try:
                _ = found.window
            except RedisError:
                self._count_here()
        return found

    def _count_here(self) -> None:
        """Leave Valkey for a while, as the library does for the first thread that misses it.

        It raises for the others, whose call was under way when the first one gave up.
        """
        self._storage_dead = True
        self.context.seen_limits.clear()


limiter = _Limits()


def limit_costly_work(app: Flask, settings: Settings) -> None:
    """Count costly requests in the installation's own Valkey."""
    app.config.update(
        RATELIMIT_STORAGE_URI=settings.redis_url.replace("unix://", "redis+unix://", 1),
        RATELIMIT_STRATEGY="moving-window",
        RATELIMIT_STORAGE_OPTIONS={"socket_connect_timeout": 0.5, "socket_timeout": 1.0},
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=True,
        RATELIMIT_KEY_PREFIX="guildhall",
    )
    if not app.extensions.get(EXTENSION):
        app.extensions[EXTENSION] = True
        app.after_request(_only_when_refused)
    limiter.init_app(app)


def _only_when_refused(response: Response) -> Response:
    """Say when to come back only to who was told to; the limiter says so always."""
    if response.status_code not in {429, 503}:
        response.headers.pop("Retry-After", None)
    return response


def limited(view: Callable[P, R]) -> Callable[P, R]:
    """Limit how often a costly view may be called, under whichever of its addresses."""
    name = f"{view.__module__}.{view.__qualname__}"
    counted = limiter.shared_limit(COSTLY_FOR_ALL, name, key_func=_everybody)(view)
    counted = limiter.shared_limit(COSTLY_BY_PROGRAM, name, key_func=_token, exempt_when=_no_token)(
        counted
    )
    counted = limiter.shared_limit(COSTLY, name, key_func=_account, exempt_when=_nobody)(counted)
    counted = limiter.shared_limit(COSTLY, name, key_func=get_remote_address)(counted)

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        return counted(*args, **kwargs)

    return asked


def limit_reads(blueprint: Blueprint) -> None:
    """Limit how often anything of a blueprint is asked for, by whoever asks."""
    name = blueprint.name
    limiter.blueprints.add(name)
    limiter.shared_limit(READS_BY_PROGRAM, name, key_func=_token, exempt_when=_no_token)(blueprint)
    limiter.shared_limit(READS_KNOWN, name, key_func=_account, exempt_when=_nobody)(blueprint)
    limiter.shared_limit(READS, name, key_func=get_remote_address, exempt_when=_somebody)(blueprint)


def limit_for_all(amount: str) -> RouteLimit:
    """Limit how often all together may call a view, wherever they are."""
    return limiter.limit(amount, key_func=_everybody)


def limit_by_account(amount: str) -> RouteLimit:
    """Limit how often an account may call a view, wherever it is signed in."""
    return limiter.limit(amount, key_func=_account, exempt_when=_nobody)


def limit_searches(view: Callable[P, R]) -> Callable[P, R]:
    """Limit how often a view of pages looks for a text `q`; without one nothing is counted.

    Below the API a search is a reading like any other.
    """
    counted = _searches(SEARCHES_FOR_ALL, _everybody)(view)
    counted = _searches(SEARCHES, get_remote_address)(counted)

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        looked_at = request.args.get("q") or _reading_is_limited()
        return (counted if looked_at else view)(*args, **kwargs)

    return asked


def _searches(amount: str, key: Callable[[], str]) -> RouteLimit:
    return limiter.shared_limit(
        amount,
        "searches",
        key_func=key,
        exempt_when=_reading_is_limited,
        override_defaults=False,
    )


def _reading_is_limited() -> bool:
    return request.blueprint in limiter.blueprints


def _everybody() -> str:
    return "everybody"


def _account() -> str:
    known = asker()
    return known.account if known else "nobody"


def _token() -> str:
    known = asker()
    return known.token if known else ""


def _nobody() -> bool:
    return asker() is None


def _somebody() -> bool:
    return asker() is not None


def _no_token() -> bool:
    return not _token()
