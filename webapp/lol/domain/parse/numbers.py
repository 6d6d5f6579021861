"""Numbers and words of a body as the records hold them."""

from datetime import UTC, datetime
from typing import Final

LARGEST: Final = 2**30 - 1
"""Two of them still add up within 32 bits; no figure of a game comes near."""
_EPOCH: Final = range(1_230_768_000_000, 4_102_444_800_000)
"""2009, when the game came out, to 2100, in milliseconds."""
_CONTROL: Final = dict.fromkeys((*range(32), 127))
"""What no name in the game holds; a row takes no NUL."""


def whole(value: float | None) -> int | None:
    """Give a whole number, None where there is none."""
    return None if value is None else int(value)


def known(value: float | None) -> int | None:
    """Give an id, None where there is none: 0 and below mean nothing to the upstream."""
    return int(value) if value is not None and value >= 1 else None


def small(value: float | None) -> int:
    """Give a number that fits the arrays of frames, 0 where there is none."""
    return 0 if value is None else max(-LARGEST, min(int(value), LARGEST))


def moment(value: float | None) -> datetime | None:
    """Give a time from milliseconds since 1970, None where the upstream has none."""
    if value is None or int(value) not in _EPOCH:
        return None
    return datetime.fromtimestamp(value / 1000, tz=UTC)


def text(value: str | None) -> str | None:
    """Give a word without control characters, None where nothing is left."""
    return (value or "").translate(_CONTROL).strip() or None
