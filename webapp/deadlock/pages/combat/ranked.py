"""What one player hit with and whom, what hit them and who: ranked, with bars and shares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.combat import WORLD, Cut, Ledger
from webapp.deadlock.domain.combat.sources import name_source
from webapp.deadlock.domain.combat.stats import Stat
from webapp.deadlock.pages.combat.asked import Asked
from webapp.deadlock.pages.combat.people import Fighter

Rows: TypeAlias = NDArray[np.bool_]
SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row: what or who, how much, its share of all; `percent` is of the largest, for the bar.

    `side` and `letters` mark a player; `kind` says what a source is, `engine` is its own name.
    """

    name: str
    amount: int
    percent: int = 0
    share: int = 0
    side: str = ""
    letters: str = ""
    kind: str = ""
    engine: str = ""
    href: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Ranking:
    """A table: its title, the largest rows, the others, and the sum of them all."""

    title: str
    rows: tuple[Ranked, ...]
    more: tuple[Ranked, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Half:
    """Dealt or taken: by player and by source; `rest` went to or came from no player."""

    people: Ranking
    sources: Ranking
    rest: int


@dataclass(frozen=True, slots=True)
class View:
    """What the tables are made from."""

    ledger: Ledger
    stat: Stat
    cut: Cut
    people: tuple[Fighter, ...]
    names: Catalogue
    asked: Asked

    def sum(self, rows: Rows) -> int:
        """Add up the figure over chosen rows of the matrix."""
        counted = self.ledger.rows(self.stat.word) & rows
        return int(self.ledger.amounts(counted, self.cut).sum())


def dealt_by(view: View, player: Fighter, target: Fighter | None) -> Half:
    """Rank what a player did, to everybody or to one."""
    own, other = view.ledger.dealer == player.slot, view.ledger.target
    among = own & ((other != WORLD) if target is None else (other == target.slot))
    title = view.stat.with_what.format(player.hero)
    return Half(
        people=_people(view, view.stat.whom.format(player.hero), own, other),
        sources=_ranking(
            f"{title}, on {target.hero} alone" if target else title, _sources(view, among)
        ),
        rest=view.sum(own & (other == WORLD)),
    )


def taken_by(view: View, player: Fighter, dealer: Fighter | None) -> Half:
    """Rank what was done to a player, by everybody or by one; sources name whose they are."""
    own, other = view.ledger.target == player.slot, view.ledger.dealer
    dealers = view.people if dealer is None else (dealer,)
    title = view.stat.by_what.format(player.hero)
    found = [row for one in dealers for row in _sources(view, own & (other == one.slot), one)]
    return Half(
        people=_people(view, view.stat.by_whom.format(player.hero), own, other),
        sources=_ranking(f"{title}, from {dealer.hero} alone" if dealer else title, found),
        rest=view.sum(own & (other == WORLD)),
    )


def largest_sources(view: View) -> Ranking:
    """Rank everybody's sources, each with whose it is."""
    between = view.ledger.target != WORLD
    found = [
        row
        for one in view.people
        for row in _sources(view, between & (view.ledger.dealer == one.slot), one)
    ]
    return _ranking("Largest sources", found)


def _people(view: View, title: str, own: Rows, other: NDArray[np.int64]) -> Ranking:
    found = (
        Ranked(
            one.hero,
            view.sum(own & (other == one.slot)),
            side=one.side,
            letters=one.letters,
            href=view.asked.href(target=one.slot),
            chosen=one.slot == view.asked.target,
        )
        for one in view.people
    )
    return _ranking(title, [one for one in found if one.amount])


def _sources(view: View, rows: Rows, whose: Fighter | None = None) -> list[Ranked]:
    found = []
    for engine, amount in view.ledger.by_source(view.stat.word, view.cut, rows).items():
        named = name_source(engine, view.names)
        one = Ranked(named.name, amount, kind=named.kind, engine=engine)
        found.append(replace(one, side=whose.side, letters=whose.letters) if whose else one)
    return found


def _ranking(title: str, found: list[Ranked]) -> Ranking:
    """Rank, and give each its bar and its share."""
    rows = sorted(found, key=lambda one: (-one.amount, one.name))
    total, most = sum(one.amount for one in rows), rows[0].amount if rows else 0
    scaled = tuple(
        replace(one, percent=round(100 * one.amount / most), share=round(100 * one.amount / total))
        for one in rows
    )
    return Ranking(title, scaled[:SHOWN], scaled[SHOWN:], total)
