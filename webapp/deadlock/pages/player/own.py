"""A player's gathered matches, read once for each state of the column files."""

from __future__ import annotations

from typing import Final

from webapp.core.bounded import OfVersion
from webapp.deadlock.domain.across.players import OwnMatch, own_matches
from webapp.deadlock.store.columns import columns_version, scan

HELD: Final = 256
_held: OfVersion[int, tuple[OwnMatch, ...]] = OfVersion(HELD)


def load_own(*account_ids: int) -> tuple[tuple[OwnMatch, ...], ...]:
    """Give each account's matches, oldest first; held until the column files change."""
    held = _held.of(columns_version())
    found = [held.get(account_id) for account_id in account_ids]
    if any(one is None for one in found):
        both = own_matches(scan("players"), account_ids)
        found = [tuple(one for one in both if one.account_id == own) for own in account_ids]
        for account_id, own in zip(account_ids, found, strict=True):
            held.put(account_id, own or ())
    return tuple(one or () for one in found)
