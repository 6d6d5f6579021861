"""Small readings: seconds within a match, slots, sides, and text that is safe to show."""

from datetime import UTC, datetime
from typing import Final

EARLIEST_S: Final = -2 * 3600
LATEST_S: Final = 12 * 3600
"""Nothing is logged outside these seconds of a real match; what is there is passed over."""

_LAST_START: Final = 2**32
_DIRE_BIT: Final = 128
_A_SIDE: Final = 5
_UNSEEN: Final = dict.fromkeys(
    (*range(32), 127, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Control and direction marks: they could turn a line of the page around."""


def second(value: int | None) -> int | None:
    """Give a second of a match, None for none or one no match has."""
    return value if value is not None and EARLIEST_S <= value <= LATEST_S else None


def moment(seconds: int | None) -> datetime | None:
    """Give when a match began, None for none or one beyond what a calendar holds."""
    if seconds is None or not 0 < seconds < _LAST_START:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def slot_of(player_slot: int | None) -> int | None:
    """Give 0 to 9: bit 7 of the upstream's number says Dire, the low bits the place."""
    if player_slot is None:
        return None
    dire, place = divmod(player_slot, _DIRE_BIT)
    return dire * _A_SIDE + place if dire in (0, 1) and place < _A_SIDE else None


def slot_in_parser(slot: int | None) -> int | None:
    """Give a slot as the replay parser counts, 0 to 9 already."""
    return slot if slot is not None and 0 <= slot < 2 * _A_SIDE else None


def side_of(slot: int | None) -> str | None:
    """Give the side of a slot."""
    return None if slot is None else "b" if slot >= _A_SIDE else "a"


def side_of_team(team: int | None) -> str | None:
    """Give the side of an engine team: 2 is Radiant, 3 Dire."""
    return {2: "a", 3: "b"}.get(team or 0)


def other(side: str | None) -> str | None:
    """Give the side across."""
    return {"a": "b", "b": "a"}.get(side or "")


def text(value: str | None) -> str | None:
    """Give text without marks nobody sees; None when nothing is left."""
    return (value or "").translate(_UNSEEN).strip() or None


def flag(value: int | None) -> bool | None:
    """Give a yes or no that came as either word or number."""
    return None if value is None else bool(value)
