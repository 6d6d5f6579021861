"""Sums over somebody's matches, the same in every game."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import Protocol, TypeVar

from webapp.matchplay.shares import Share, share_of


class Decided(Protocol):
    """A match somebody played."""

    @property
    def won(self) -> bool | None:
        """Say whether they won; None where nobody did."""


class Left(Decided, Protocol):
    """A match somebody may have left."""

    @property
    def abandoned(self) -> bool:
        """Say whether they left."""


class Fought(Protocol):
    """A match with three figures; None where they are not recorded."""

    @property
    def kills(self) -> int | None:
        """Say how many they killed."""

    @property
    def deaths(self) -> int | None:
        """Say how often they died."""

    @property
    def assists(self) -> int | None:
        """Say how often they helped."""


class WithHero(Protocol):
    """A match with whom it was played."""

    @property
    def hero_id(self) -> int:
        """Say which hero was played."""


Hero = TypeVar("Hero", bound=WithHero)


def share_won(played: Sequence[Decided]) -> Share:
    """Give the share won of those that were decided."""
    decided = [one for one in played if one.won is not None]
    return share_of(sum(one.won is True for one in decided), len(decided))


def kda_said(played: Sequence[Fought]) -> str:
    """Say kills, deaths and assists of a match on average; empty where none is recorded."""
    columns = [
        [value for one in played if (value := getattr(one, name)) is not None]
        for name in ("kills", "deaths", "assists")
    ]
    if not all(columns):
        return ""
    return " / ".join(f"{fmean(column):.1f}" for column in columns)


def result_of(one: Left) -> str:
    """Say how a match ended for the player."""
    if one.abandoned:
        return "Left"
    return {True: "Won", False: "Lost", None: "No result"}[one.won]


def most_played(played: Iterable[Hero], most: int) -> list[tuple[int, list[Hero]]]:
    """Give the heroes played most with their matches, most often first."""
    by_hero: dict[int, list[Hero]] = defaultdict(list)
    for one in played:
        by_hero[one.hero_id].append(one)
    return sorted(by_hero.items(), key=lambda item: (-len(item[1]), item[0]))[:most]
