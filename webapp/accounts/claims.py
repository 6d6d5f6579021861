"""Names in games that somebody may claim as theirs, and prove by setting a sign in the game.

Games name what can be claimed where the app is made; nothing here knows a game.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, cast

from flask import Flask, current_app

EXTENSION: Final = "guildhall.claims"


@dataclass(frozen=True, slots=True)
class Claimable:
    """One kind of name: how it is called and read, which signs prove it, which job looks.

    `read` gives a name as it is asked for, or None; `picture` where a sign can be seen; `ready`
    says whether the game's servers can be asked at all.
    """

    provider: str
    label: str
    called: str
    example: str
    sign: str
    how: str
    signs: Sequence[int]
    work: str
    read: Callable[[str], str | None]
    picture: Callable[[int], str]
    ready: Callable[[], bool]


def register_claims(app: Flask, claims: Sequence[Claimable]) -> None:
    """Name what can be claimed; called once, where the app is made."""
    app.extensions[EXTENSION] = {claim.provider: claim for claim in claims}


def find_claimable(provider: str) -> Claimable | None:
    """Give one kind of name, if its game can be asked."""
    known = cast("dict[str, Claimable]", current_app.extensions.get(EXTENSION, {}))
    found = known.get(provider)
    return found if found and found.ready() else None


def claimables() -> tuple[Claimable, ...]:
    """Give every kind of name that can be claimed here."""
    known = cast("dict[str, Claimable]", current_app.extensions.get(EXTENSION, {}))
    return tuple(one for one in known.values() if one.ready())


def claiming_work() -> frozenset[str]:
    """Name the kinds of jobs that look at names for somebody, whether they can be asked or not."""
    known = cast("dict[str, Claimable]", current_app.extensions.get(EXTENSION, {}))
    return frozenset(one.work for one in known.values())
