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

    `side` and `letters` mark a player, `whose` names the one a source belongs to; `kind` says what
    a source is, `engine` is its own name.
    """

    name: str
    amount: int
    percent: int = 0
    share: int = 0
    side: str = ""
    letters: str = ""
    whose: str = ""
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
    """What the tables are made from; `every` has all sources where `ledger` has the chosen one."""

    ledger: Ledger
    every: Ledger
    stat: Stat
    cut: Cut
    people: tuple[Fighter, ...]
    names: Catalogue
    asked: Asked

    @property
    def alone(self) -> str:
        """Say which source alone is counted, to stand behind a title; empty for all."""
        source = self.asked.source
        return "" if source is None else f": {name_source(source, self.names).name} alone"

    def sum(self, rows: Rows) -> int:
        """Add up the figure over chosen rows of the matrix."""
        counted = self.ledger.rows(self.stat.word) & rows
        return int(self.ledger.amounts(counted, self.cut).sum())


def dealt_by(view: View, player: Fighter, target: Fighter | None) -> Half:
    """Rank what a player did, to everybody or to one."""
    own, other = view.ledger.dealer == player.slot, view.ledger.target
    sources = _sources(view, own, other, target, marked=view.stat.of_target)
    return Half(
        people=_people(view, view.stat.whom.format(player.hero), own, other),
        sources=_ranking(_title(view.stat.with_what, player, target), sources),
        rest=view.sum(own & (other == WORLD)),
    )


def taken_by(view: View, player: Fighter, dealer: Fighter | None) -> Half:
    """Rank what was done to a player, by everybody or by one."""
    own, other = view.ledger.target == player.slot, view.ledger.dealer
    sources = _sources(view, own, other, dealer, marked=not view.stat.of_target)
    return Half(
        people=_people(view, view.stat.by_whom.format(player.hero), own, other),
        sources=_ranking(_title(view.stat.by_what, player, dealer), sources),
        rest=view.sum(own & (other == WORLD)),
    )


def largest_sources(view: View) -> Ranking:
    """Rank everybody's sources, each with whose it is."""
    ledger = view.ledger
    owner = ledger.target if view.stat.of_target else ledger.dealer
    found = _sources(view, ledger.between_players(), owner, None, marked=True)
    return _ranking("Largest sources", found)


def _title(words: str, player: Fighter, only: Fighter | None) -> str:
    title = words.format(player.hero)
    return f"{title}, {only.hero} only" if only else title


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
    return _ranking(title + view.alone, [one for one in found if one.amount])


def _sources(
    view: View, own: Rows, other: NDArray[np.int64], only: Fighter | None, *, marked: bool
) -> list[Ranked]:
    """Sum by source over rows with a player at the other end; `marked` keeps players apart."""
    if not marked:
        rows = own & ((other != WORLD) if only is None else (other == only.slot))
        return _named(view, rows)
    return [
        replace(row, side=one.side, letters=one.letters, whose=one.hero)
        for one in (view.people if only is None else (only,))
        for row in _named(view, own & (other == one.slot))
    ]


def _named(view: View, rows: Rows) -> list[Ranked]:
    sums = view.every.by_source(view.stat.word, view.cut, rows)
    return [_source(view, engine, amount) for engine, amount in sums.items()]


def _source(view: View, engine: str, amount: int) -> Ranked:
    named, chosen = name_source(engine, view.names), engine == view.asked.source
    href = view.asked.href(source=None if chosen else engine)
    return Ranked(named.name, amount, kind=named.kind, engine=engine, href=href, chosen=chosen)


def _ranking(title: str, found: list[Ranked]) -> Ranking:
    """Rank, and give each its bar and its share."""
    rows = sorted(found, key=lambda one: (-one.amount, one.name))
    total, most = sum(one.amount for one in rows), rows[0].amount if rows else 0
    scaled = tuple(
        replace(one, percent=round(100 * one.amount / most), share=round(100 * one.amount / total))
        for one in rows
    )
    return Ranking(title, scaled[:SHOWN], scaled[SHOWN:], total)
