"""How fast and whether an upstream may be asked: one answer for all processes.

Windows and freezes lie in Valkey, so that twenty workers together stay inside one limit.
When Valkey is away each process keeps to a small share by itself.
"""

from webapp.core.rate_limit.breaker import Breaker
from webapp.core.rate_limit.fixed import FixedLimiter, Place, Scope, Standing, Told
from webapp.core.rate_limit.limiter import Bucket, Limiter, Window

__all__ = [
    "Breaker",
    "Bucket",
    "FixedLimiter",
    "Limiter",
    "Place",
    "Scope",
    "Standing",
    "Told",
    "Window",
]
