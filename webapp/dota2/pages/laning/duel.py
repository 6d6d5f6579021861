"""A lane as a duel: its players of both sides, figure beside figure, and how it was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from webapp.dota2.domain.analysis.laning import LanePlayer, LaneVerdict
from webapp.dota2.domain.words import SIDE_NAMES
from webapp.dota2.pages.people import Person

FIGURES: Final = (
    ("gold", "Gold earned", "high"),
    ("xp", "Experience", "high"),
    ("level", "Level", "high"),
    ("last_hits", "Last hits", "high"),
    ("denies", "Denies", "high"),
    ("kills", "Kills", "high"),
    ("deaths", "Deaths", "low"),
)
NOT_ADDED: Final = frozenset({"level"})


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: each player's and both sums; `better` is the side it speaks for, if any.

    What cannot be added up, such as levels, has no sums and is not `added`.
    """

    key: str
    word: str
    values_a: tuple[int | None, ...]
    total_a: int | None
    total_b: int | None
    values_b: tuple[int | None, ...]
    better: str
    added: bool


@dataclass(frozen=True, slots=True)
class Duel:
    """One lane, both sides aligned; `side` was ahead, "" when even or not known."""

    lane: str
    word: str
    side: str
    said: str
    margin: str
    people_a: tuple[Person, ...]
    people_b: tuple[Person, ...]
    gold_a: int | None
    gold_b: int | None
    rows: tuple[FigureRow, ...]


def duel_of(
    verdict: LaneVerdict, players: Sequence[LanePlayer], people: Mapping[int, Person]
) -> Duel:
    """Set a lane's players against each other."""
    by_slot = {one.slot: one for one in players}
    side_a = [by_slot[slot] for slot in verdict.slots_a]
    side_b = [by_slot[slot] for slot in verdict.slots_b]
    side, said = _said(verdict)
    rows = [_figure(key, word, way, side_a, side_b) for key, word, way in FIGURES]
    return Duel(
        lane=verdict.lane,
        word=verdict.lane.capitalize(),
        side=side,
        said=said,
        margin="" if verdict.margin is None else f"{100 * verdict.margin:.1f} %",
        people_a=tuple(people[one.slot] for one in side_a),
        people_b=tuple(people[one.slot] for one in side_b),
        gold_a=verdict.gold_a,
        gold_b=verdict.gold_b,
        rows=tuple(row for row in rows if any(v is not None for v in row.values_a + row.values_b)),
    )


def _said(verdict: LaneVerdict) -> tuple[str, str]:
    """Put a verdict into words."""
    if not verdict.slots_a or not verdict.slots_b:
        alone = SIDE_NAMES["a" if verdict.slots_a else "b"]
        return "", f"{alone} alone"
    if verdict.gold_a is None or verdict.gold_b is None or verdict.winner is None:
        return "", "Not recorded"
    ahead = abs(verdict.gold_a - verdict.gold_b)
    leader = "a" if verdict.gold_a > verdict.gold_b else "b"
    if verdict.winner == "even":
        return "", f"Even: {SIDE_NAMES[leader]} ahead by {ahead:,}" if ahead else "Even"
    return verdict.winner, f"{SIDE_NAMES[verdict.winner]} by {ahead:,}"


def _figure(
    key: str, word: str, way: str, side_a: Sequence[LanePlayer], side_b: Sequence[LanePlayer]
) -> FigureRow:
    values_a = tuple(getattr(one, key) for one in side_a)
    values_b = tuple(getattr(one, key) for one in side_b)
    total_a, total_b = (None, None) if key in NOT_ADDED else (_total(values_a), _total(values_b))
    return FigureRow(
        key,
        word,
        values_a,
        total_a,
        total_b,
        values_b,
        _better(total_a, total_b, way),
        key not in NOT_ADDED,
    )


def _total(values: tuple[int | None, ...]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if values and len(known) == len(values) else None


def _better(total_a: int | None, total_b: int | None, way: str) -> str:
    if total_a is None or total_b is None or total_a == total_b:
        return ""
    return "a" if (total_a > total_b) == (way == "high") else "b"
