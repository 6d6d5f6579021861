"""What this game keeps in the process between requests, forgotten between tests."""

from __future__ import annotations

from webapp.lol.store.catalogue import forget_catalogue
from webapp.lol.store.chances import forget_model
from webapp.lol.store.shapes import forget_shelf


def forget() -> None:
    """Read everything anew from now on."""
    forget_catalogue()
    forget_model()
    forget_shelf()
