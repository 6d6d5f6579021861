"""Two opponents face to face, figure by figure, and who is ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from webapp.lol.domain.analysis.laning import EVEN, LanePlayer, LaneVerdict, bottom_margin
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.seats import Seat

FIGURES: Final = (
    ("gold", "Gold"),
    ("xp", "Experience"),
    ("level", "Level"),
    ("cs", "CS"),
    ("jungle_cs", "of them in the jungle"),
    ("damage", "Damage"),
    ("plates", "Plates"),
    ("solo_kills", "Solo kills"),
    ("kills", "Kills"),
    ("deaths", "Deaths"),
)
_LESS_IS_BETTER: Final = frozenset({"deaths"})
_NO_BETTER: Final = frozenset({"jungle_cs"})


@dataclass(frozen=True, slots=True)
class DuelRow:
    """One figure of both; `better` is "a", "b" or empty."""

    key: str
    word: str
    a: int | None
    b: int | None
    better: str


@dataclass(frozen=True, slots=True)
class Duel:
    """One role. `said` is the verdict in words, `side` whose it is, empty when even."""

    role: str
    word: str
    a: Seat
    b: Seat
    side: str
    said: str
    margin: str
    gold_lead: int
    xp_lead: int
    cs_lead: int
    rows: tuple[DuelRow, ...]


def duel_of(verdict: LaneVerdict, seats: dict[int, Seat]) -> Duel:
    """Put both players of a role face to face."""
    side = "" if verdict.winner == "even" else verdict.winner
    return Duel(
        role=verdict.role,
        word=verdict.role.capitalize(),
        a=seats[verdict.a.slot],
        b=seats[verdict.b.slot],
        side=side,
        said=said(side, far=verdict.far),
        margin=percent(verdict.margin),
        gold_lead=verdict.gold_lead,
        xp_lead=verdict.xp_lead,
        cs_lead=verdict.cs_lead,
        rows=tuple(_row(key, word, verdict.a, verdict.b) for key, word in FIGURES),
    )


def bottom_said(lanes: tuple[LaneVerdict, ...]) -> tuple[str, str, str] | None:
    """Say who is ahead in the bottom lane as two against two: side, words, margin."""
    margin = bottom_margin(lanes)
    if margin is None:
        return None
    side = "" if abs(margin) < EVEN else ("a" if margin > 0 else "b")
    return side, said(side, far=False), percent(margin)


def said(side: str, *, far: bool) -> str:
    """Say a verdict."""
    if not side:
        return "Even"
    return f"{SIDE_NAMES[side]} {'far ahead' if far else 'ahead'}"


def percent(margin: float) -> str:
    """Write a margin, whoever it belongs to."""
    return f"{100 * abs(margin):.1f} %"


def _row(key: str, word: str, a: LanePlayer, b: LanePlayer) -> DuelRow:
    own, other = getattr(a, key), getattr(b, key)
    better = ""
    if own is not None and other is not None and own != other and key not in _NO_BETTER:
        better = "a" if (own > other) != (key in _LESS_IS_BETTER) else "b"
    return DuelRow(key, word, own, other, better)
