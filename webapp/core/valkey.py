"""This app's own connections to Valkey, shared by what asks upstreams and what tells of it."""

from __future__ import annotations

from typing import cast

import redis
from flask import current_app
from redis.backoff import NoBackoff
from redis.retry import Retry

from webapp.core.settings import current_settings

EXTENSION = "guildhall.valkey"


def shared_valkey() -> redis.Redis:
    """Give this app's own connection pool; redis-py opens anew by itself after a fork."""
    if EXTENSION not in current_app.extensions:
        current_app.extensions[EXTENSION] = redis.Redis.from_url(
            current_settings().redis_url,
            socket_timeout=1.0,
            socket_connect_timeout=0.5,
            retry=Retry(NoBackoff(), 1),  # by default it tries for four seconds
        )
    return cast("redis.Redis", current_app.extensions[EXTENSION])
