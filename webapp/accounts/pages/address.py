"""The address somebody signs in by: told to themselves alone, and never to a program's token."""

from __future__ import annotations

from webapp.accounts.domain.signed import Signed
from webapp.accounts.store import passwords, ways_in


def own_address(mine: Signed | None, provider: str, subject: str) -> str | None:
    """Give the address of whoever asks, where this identity is theirs and one is kept."""
    if mine is None or mine.scopes is not None:
        return None
    known = ways_in.identities_of(mine.id)
    if not any((one.provider, one.subject) == (provider, subject) for one in known):
        return None
    held = passwords.load_password(mine.id)
    return held.address if held else None
