"""Wards and everybody's part in vision as flat rows, for CSV."""

from __future__ import annotations

from webapp.dota2.domain.analysis.vision import Vision, Ward, Watch


def ward_lines(vision: Vision) -> tuple[Ward, ...]:
    """Give every ward, with its cell of the map grid."""
    return vision.wards or ()


def watch_lines(vision: Vision) -> tuple[Watch, ...]:
    """Give everybody's part in vision."""
    return vision.players
