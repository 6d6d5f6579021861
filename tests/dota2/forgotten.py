"""What this game keeps in the process between requests, forgotten between tests."""

from __future__ import annotations

from webapp.dota2.store.benchmarks import forget_usual
from webapp.dota2.store.catalogue import forget_catalogue
from webapp.dota2.store.chances import forget_standing


def forget() -> None:
    """Read everything anew from now on."""
    forget_catalogue()
    forget_standing()
    forget_usual()
