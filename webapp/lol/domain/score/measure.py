"""One part of a player's play as a number between -1 and 1: 0 is what is usual for the role."""

import math
from collections.abc import Mapping

from webapp.lol.domain.score.reference import RoleReference


def deviations(
    figures: Mapping[str, float | None], weights: Mapping[str, float], usual: RoleReference
) -> dict[str, float]:
    """Give for each known figure of a part how many deviations it is from what is usual."""
    found = {}
    for name in weights:
        value, known = figures.get(name), usual.of(name)
        if value is not None and known is not None and known.deviation > 0:
            found[name] = (value - known.mean) / known.deviation
    return found


def standing(found: Mapping[str, float], weights: Mapping[str, float]) -> float | None:
    """Weigh the deviations of a part and bend them into -1 to 1; None when none is known.

    The hyperbolic tangent keeps one runaway figure from being the whole score.
    """
    whole = sum(weights[name] for name in found)
    if not found or whole <= 0:
        return None
    mean = sum(weights[name] * value for name, value in found.items()) / whole
    return math.tanh(mean)
