"""Steam's numbers of a person: 64 bits on profiles, 32 bits as an account; and their old spelling.

Valve: account = steam64 - 76561197960265728; STEAM_0:Y:Z is account Z * 2 + Y.
"""

from __future__ import annotations

import re
from typing import Final

STEAM_BASE: Final = 76_561_197_960_265_728
MOST_ACCOUNT: Final = 2**32 - 2
HIDDEN_ACCOUNT: Final = 2**32 - 1
_OLD: Final = re.compile(r"STEAM_[0-5]:([01]):([0-9]{1,10})")
_NEW: Final = re.compile(r"\[U:1:([0-9]{1,10})\]")


def account_of(number: int) -> int | None:
    """Give the account of either number; None for one that is no player's."""
    account = number - STEAM_BASE if number >= STEAM_BASE else number
    return account if 0 < account <= MOST_ACCOUNT else None


def steam_id_of(account_id: int) -> int:
    """Give the 64-bit number of an account."""
    return account_id + STEAM_BASE


def account_in(text: str) -> int | None:
    """Read an account out of STEAM_0:1:23 or [U:1:47]; None for anything else."""
    old, new = _OLD.fullmatch(text), _NEW.fullmatch(text)
    if old:
        return account_of(int(old[2]) * 2 + int(old[1]))
    return account_of(int(new[1])) if new else None
