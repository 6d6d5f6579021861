"""How a game ended, and what that makes of its layout."""

from collections.abc import Sequence
from typing import Final

from webapp.lol.domain import modes, records, wire
from webapp.lol.domain.parse.numbers import text

_REMAKE_BY_VOTE_S: Final = 300
"""A remake is voted for between 1:30 and about 4 minutes; later the flag means a surrender."""
_SHORTEST_S: Final = 210
"""No game of two sides is won by then; what ended earlier was a remake, flagged or not."""


def said_aborted(found: wire.Info) -> bool:
    """Say whether the body itself says that the game broke off."""
    return (found.end_of_game_result or "").lower().startswith("abort")


def mode_of(
    found: wire.Info, layout: str, seated: Sequence[records.Player], duration_s: int
) -> str:
    """Give the layout, or "aborted" for a game nobody played, or "remake".

    A game that broke off later keeps its layout: everything that happened is recorded.
    """
    if not seated or (said_aborted(found) and not duration_s):
        return modes.ABORTED
    voted = any(player.early_surrender for player in seated)
    if voted and duration_s <= _REMAKE_BY_VOTE_S:
        return modes.REMAKE
    matched = found.game_type == "MATCHED_GAME"
    if layout in modes.SIDED and matched and duration_s <= _SHORTEST_S:
        return modes.REMAKE
    return layout


def ending_of(found: wire.Info, mode: str, seated: Sequence[records.Player]) -> str:
    """Say how it ended: by the flags of its players first, then by the body's own word."""
    said = text(found.end_of_game_result) or ""
    if mode in {modes.REMAKE, modes.ABORTED}:
        return mode
    if said_aborted(found):
        return "aborted"
    if any(player.early_surrender for player in seated):
        return "early surrender"
    if any(player.surrender for player in seated):
        return "surrender"
    return "finished" if said in {"", "GameComplete"} else said
