"""A lane as a duel: its players of both sides, figure beside figure, and how it was judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.deadlock.domain.analysis.laning import LanePlayer, LaneVerdict
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.words import SIDE_NAMES

FIGURES: Final = (
    ("souls", "Souls", "high"),
    ("last_hits", "Last hits", "high"),
    ("denies", "Denies", "high"),
    ("kills", "Kills", "high"),
    ("deaths", "Deaths", "low"),
    ("dealt_in_lane", "Damage in the lane", "high"),
    ("player_damage", "Damage to all heroes", "high"),
    ("damage_taken", "Damage taken", "low"),
    ("objective_damage", "To objectives", "high"),
    ("healing", "Healing", "high"),
    ("heal_prevented", "Heal prevented", "high"),
)
_TERMS: Final = {"dealt_in_lane": "lane-damage", "heal_prevented": "combat-prevented"}
"""Where a figure's term has another key than its own."""
OFTEN_NOTHING: Final = frozenset({"heal_prevented"})
EXACT: Final = frozenset({"kills", "deaths"})
"""What is known to the second."""


@dataclass(frozen=True, slots=True)
class Duellist:
    """A player of the lane."""

    slot: int
    side: str
    hero: str
    letters: str
    account_id: int | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: each player's and both sums; `better` is the side it speaks for, if any."""

    key: str
    word: str
    values_a: tuple[int | None, ...]
    total_a: int | None
    total_b: int | None
    values_b: tuple[int | None, ...]
    better: str

    @property
    def term(self) -> Term:
        """Give the term that explains it."""
        return TERMS[_TERMS.get(self.key, self.key.replace("_", "-"))]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who was ahead in the lane: in words, by how many souls, and by what share of them."""

    side: str
    name: str
    said: str
    souls: int
    percent: str


UNKNOWN: Final = Verdict("", "", "No souls sampled", 0, "")


@dataclass(frozen=True, slots=True)
class Duel:
    """One lane, both sides aligned; no sums and no rows before the first sample."""

    lane: str
    word: str
    verdict: Verdict
    people_a: tuple[Duellist, ...]
    people_b: tuple[Duellist, ...]
    souls_a: int | None
    souls_b: int | None
    rows: tuple[FigureRow, ...]


def duel_of(
    verdict: LaneVerdict,
    players: Sequence[LanePlayer],
    names: Catalogue,
    accounts: dict[int, int | None],
    exactly: str = "",
) -> Duel:
    """Set a lane's players against each other; `exactly` says over what kills are counted."""
    own = [one for one in players if one.lane == verdict.lane]
    side_a = [one for one in own if one.side == "a"]
    side_b = [one for one in own if one.side == "b"]
    sampled = bool(verdict.souls_a or verdict.souls_b)
    rows = [
        _figure(key, f"{word} {exactly}".rstrip() if key in EXACT else word, way, side_a, side_b)
        for key, word, way in FIGURES
        if sampled
    ]
    return Duel(
        lane=verdict.lane,
        word=verdict.lane.capitalize(),
        verdict=verdict_of(verdict) if sampled else UNKNOWN,
        people_a=tuple(_person(one, names, accounts) for one in side_a),
        people_b=tuple(_person(one, names, accounts) for one in side_b),
        souls_a=verdict.souls_a if sampled else None,
        souls_b=verdict.souls_b if sampled else None,
        rows=tuple(row for row in rows if _worth_a_row(row)),
    )


def verdict_of(verdict: LaneVerdict) -> Verdict:
    """Put a verdict into words, with its margin."""
    ahead = verdict.souls_a - verdict.souls_b
    side = "a" if ahead > 0 else "b" if ahead < 0 else ""
    percent = f"{100 * verdict.margin:.1f} %"
    if verdict.winner == "even":
        name = SIDE_NAMES[side] if side else ""
        said = f"Even: {name} ahead by {abs(ahead):,}" if side else "Even, to the soul"
        return Verdict("", "even", said, abs(ahead), percent)
    name = SIDE_NAMES[verdict.winner]
    return Verdict(verdict.winner, name, f"{name} by {abs(ahead):,}", abs(ahead), percent)


def _person(player: LanePlayer, names: Catalogue, accounts: dict[int, int | None]) -> Duellist:
    hero = names.hero(player.hero_id)
    account = accounts.get(player.slot)
    return Duellist(player.slot, player.side, hero.name, hero.letters, account)


def _figure(
    key: str, word: str, way: str, side_a: Sequence[LanePlayer], side_b: Sequence[LanePlayer]
) -> FigureRow:
    values_a = tuple(getattr(one, key) for one in side_a)
    values_b = tuple(getattr(one, key) for one in side_b)
    total_a, total_b = _total(values_a), _total(values_b)
    return FigureRow(
        key, word, values_a, total_a, total_b, values_b, _better(total_a, total_b, way)
    )


def _total(values: tuple[int | None, ...]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _better(total_a: int | None, total_b: int | None, way: str) -> str:
    if total_a is None or total_b is None or total_a == total_b:
        return ""
    return "a" if (total_a > total_b) == (way == "high") else "b"


def _worth_a_row(row: FigureRow) -> bool:
    """Leave out what a match does not know, and what nobody did and seldom anybody does."""
    if row.total_a is None or row.total_b is None:
        return False
    return bool(row.key not in OFTEN_NOTHING or row.total_a or row.total_b)
