"""Real numbers as the game holds them: 32 bits, finite."""

import array
import math
from collections.abc import Iterable

from webapp.matchplay.unreadable import MatchUnreadable


def real(value: float) -> float:
    """Round to 32 bits, as JSON prints fewer digits than protobuf sends."""
    return reals((value,))[0]


def reals(values: Iterable[float | None]) -> tuple[float, ...]:
    """Round many; None is 0. Raises MatchUnreadable for what is no finite number."""
    rounded = array.array("f", [value or 0.0 for value in values]).tolist()
    if not all(map(math.isfinite, rounded)):
        raise MatchUnreadable("This match holds a number out of its range.")
    return tuple(rounded)
