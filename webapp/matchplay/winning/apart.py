"""A chance taken apart, in words: what each part of it stands at and is worth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from webapp.matchplay.winning.model import Part
from webapp.matchplay.winning.words import gained_by, points, share_of, whole


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a chance: what it is worth in points, to whom, and the chance were it even."""

    word: str
    stands: str
    points: str
    side: str
    without: str
    percent: int


def part_rows(
    chance: float, parts: Sequence[Part], stands: Callable[[str], str]
) -> tuple[PartRow, ...]:
    """Give a row for each part; `stands` says by its word how a part stands."""
    worth = [chance - part.without for part in parts]
    largest = max((abs(one) for one in worth), default=0.0)
    return tuple(
        PartRow(
            word=part.word,
            stands=stands(part.word),
            points=points(one),
            side=gained_by(one),
            without=whole(part.without),
            percent=share_of(one, largest),
        )
        for part, one in zip(parts, worth, strict=True)
    )


def earned_said(sides: Mapping[str, str], unit: str, a: int, b: int) -> str:
    """Say who earned more, by how much and by what share of all."""
    if a == b:
        return "even"
    share = 100 * abs(a - b) / (a + b)
    return f"{sides['a' if a > b else 'b']} +{abs(a - b):,} {unit}, {share:.1f} % of all"


def counted_said(sides: Mapping[str, str], verb: str, a: int, b: int) -> str:
    """Say how many each side has of what is counted."""
    return f"{sides['a']} {verb} {a}, {sides['b']} {b}" if a or b else "none"
