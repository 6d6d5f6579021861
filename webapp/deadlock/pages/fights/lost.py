"""Health lost in a fight, added up."""

from __future__ import annotations


def sum_known(lost: tuple[int | None, ...]) -> int | None:
    """Add up health lost; None when somebody's is not known."""
    known = [one for one in lost if one is not None]
    return sum(known) if len(known) == len(lost) else None
