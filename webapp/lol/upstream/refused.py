"""Riot refuses our key, or there is none: nobody is asked anything until that is mended.

The game somebody is in may be refused alone; that says nothing of the key.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Forbidden, Unavailable

LOOK_AGAIN: Final = timedelta(minutes=5)


class KeyRefused(Unavailable):
    """Riot does not take this installation's key: what is asked for waits until it does."""

    outcome = "forbidden"

    def __init__(
        self, sentence: str = "Riot does not accept this site’s key at the moment."
    ) -> None:
        super().__init__(sentence, utc_now() + LOOK_AGAIN)


class NotShown(Forbidden):
    """Riot does not show us this one thing: whether it is there stays unknown."""

    def __init__(self) -> None:
        super().__init__("Riot does not show this to us.")


def no_key() -> KeyRefused:
    """Say that this installation was given no key."""
    return KeyRefused("This site has no key for Riot’s servers, so nothing can be fetched.")
