"""Whom a player met over everything OpenDota knows: on their side, and against them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.pages.player.head import PlayerHead, Who, head_of
from webapp.dota2.pages.player.narrowing import Filter
from webapp.dota2.store import accounts
from webapp.dota2.store.accounts import Met
from webapp.dota2.store.catalogue import load_catalogue
from webapp.matchplay.shares import Share, share_of

SHOWN = 25


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody met; the share is the page's player's own."""

    account_id: int
    name: str
    url: str
    matches: int
    share: Share
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Whom a player met most often."""

    head: PlayerHead
    together: tuple[PersonLine, ...]
    against: tuple[PersonLine, ...]
    together_in_all: int
    against_in_all: int
    terms: dict[str, Term]


def people_page(account_id: int) -> PeoplePage:
    """Give whom a player met, most often first."""
    who = Who(account_id, accounts.load_account(account_id))
    met = accounts.load_peers(account_id)
    beside = _most(met, lambda one: (one.with_games, one.with_wins))
    against = _most(met, lambda one: (one.against_games, one.against_wins))
    return PeoplePage(
        head=head_of(who, "people", (), Filter(), load_catalogue()),
        together=beside[:SHOWN],
        against=against[:SHOWN],
        together_in_all=len(beside),
        against_in_all=len(against),
        terms={"player-together": TERMS["player-together"]},
    )


def _most(met: Sequence[Met], counts: Callable[[Met], tuple[int, int]]) -> tuple[PersonLine, ...]:
    lines = [_line(one, *counts(one)) for one in met if counts(one)[0]]
    return tuple(sorted(lines, key=lambda one: (-one.matches, one.account_id)))


def _line(one: Met, games: int, wins: int) -> PersonLine:
    return PersonLine(
        account_id=one.other_id,
        name=one.name or f"Account {one.other_id}",
        url=f"/dota2/players/{one.other_id}",
        matches=games,
        share=share_of(min(wins, games), games),
        last_at=one.last_at,
    )
