"""How often one address may ask for costly work; who asks too often is told when to return.

Counts live in Valkey; while it is away each process counts for itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from webapp.config import Settings

P = ParamSpec("P")
R = TypeVar("R")
COSTLY = "30 per minute; 300 per hour"

limiter = Limiter(get_remote_address, headers_enabled=True)


def limit_costly_work(app: Flask, settings: Settings) -> None:
    """Count costly requests in the installation's own Valkey."""
    app.config.update(
        RATELIMIT_STORAGE_URI=settings.redis_url.replace("unix://", "redis+unix://", 1),
        RATELIMIT_STRATEGY="moving-window",
        RATELIMIT_STORAGE_OPTIONS={"socket_connect_timeout": 0.5, "socket_timeout": 1.0},
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=True,
        RATELIMIT_KEY_PREFIX="guildhall",
    )
    limiter.init_app(app)


def limited(view: Callable[P, R]) -> Callable[P, R]:
    """Limit how often one address may call a costly view."""
    counted = limiter.limit(COSTLY)(view)

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        return counted(*args, **kwargs)

    return asked
