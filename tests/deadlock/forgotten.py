"""What this game keeps in the process between requests, forgotten between tests."""

from __future__ import annotations

from webapp.deadlock.store.analytics import forget_analytics
from webapp.deadlock.store.benchmarks import forget_benchmarks
from webapp.deadlock.store.catalogue import forget_catalogue
from webapp.deadlock.store.chances import forget_standing


def forget() -> None:
    """Read everything anew from now on."""
    forget_catalogue()
    forget_benchmarks()
    forget_analytics()
    forget_standing()
