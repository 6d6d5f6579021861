"""Asking Riot under a key that may be refused: then nobody asks until it is tried again.

The state is a row, so that all processes stop at once and pages can say so. Only an answer of
Riot's own shows that a key works: that something is there, or that it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from webapp.core.upstream_errors import NotFound
from webapp.lol.store import keys
from webapp.lol.upstream import KeyRefused, NotAsked, RiotUpstream

Open = Callable[[], RiotUpstream]
Brought = TypeVar("Brought")


def ask_riot(open_it: Open, ask: Callable[[RiotUpstream], Brought]) -> Brought:
    """Ask Riot something; raises KeyRefused at once while the key is known to be refused."""
    refused = keys.refused_key()
    if refused is not None and not keys.may_ask(refused):
        raise KeyRefused(refused.sentence)
    try:
        found = ask(open_it())
    except KeyRefused as no:
        keys.note_refused(no.sentence)
        raise
    except NotAsked:
        raise
    except NotFound:
        _works_again(refused)
        raise
    _works_again(refused)
    return found


def _works_again(refused: object) -> None:
    if refused is not None:
        keys.note_accepted()
