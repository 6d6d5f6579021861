"""Wards as rows for CSV."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.lol.domain.analysis.vision import Vision


@dataclass(frozen=True, slots=True)
class WardLine:
    """One ward placed or cleared by a player; undefined ones are not there."""

    slot: int
    side: str | None
    at_s: int
    action: str
    kind: str


def ward_lines(vision: Vision) -> tuple[WardLine, ...]:
    """Give a row for each ward, by player."""
    return tuple(
        WardLine(one.slot, one.side, at_s, action, kind)
        for one in vision.players
        for action, rows in (("placed", one.placed_at_s), ("cleared", one.cleared_at_s))
        for kind, times in zip(vision.kinds, rows, strict=True)
        for at_s in times
    )
