"""How a Riot ID is proved: by one of the pictures every account has from its first day."""

from __future__ import annotations

from typing import Final

from webapp.lol.domain.riot_id import read_riot_id

SIGNS: Final = tuple(range(29))
"""The profile icons 0 to 28: nobody has to own anything to set one."""
HOW: Final = (
    "In the League client, click your own picture at the top right; it is among the oldest."
)


def read_claimed(text: str) -> str | None:
    """Give a Riot ID as it is asked for, or None."""
    found = read_riot_id(text)
    return str(found) if found else None
