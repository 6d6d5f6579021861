"""Whom a player met in the matches kept here: on their side, and against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.pages.player.head import PlayerHead, Who, head_of
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.store import company, players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.company import Companion
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share, share_of

SHOWN = 25
WORDS = ("hero-won", "interval", "player-together")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody met; the share is the page's player's own."""

    account_id: int
    name: str
    url: str
    compare_url: str
    matches: int
    share: Share
    last_at: datetime


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Whom a player met most often; `kept` counts the matches this is told from."""

    head: PlayerHead
    kept: int
    together: tuple[PersonLine, ...]
    against: tuple[PersonLine, ...]
    together_in_all: int
    against_in_all: int
    query: str
    terms: dict[str, Term]


def people_page(account_id: int, wanted: Filter) -> PeoplePage:
    """Give whom a player met, most often first."""
    names, found = load_catalogue(), players.load_player(account_id)
    ids = [one.match_id for one in narrow(found.played, wanted)]
    met = company.load_companions(account_id, ids)
    sides = [[one for one in met if one.together is together] for together in (True, False)]
    shown = [side[:SHOWN] for side in sides]
    called = players.load_names([one.account_id for side in shown for one in side])
    query = wanted.url() if wanted.parts else ""
    return PeoplePage(
        head=head_of(Who(account_id, found.known), "people", found.played, wanted, names),
        kept=company.count_kept(ids),
        together=_lines(account_id, shown[0], called, query),
        against=_lines(account_id, shown[1], called, query),
        together_in_all=len(sides[0]),
        against_in_all=len(sides[1]),
        query=query,
        terms={key: TERMS[key] for key in WORDS},
    )


def _lines(
    account_id: int, met: Sequence[Companion], called: dict[int, str], query: str
) -> tuple[PersonLine, ...]:
    return tuple(
        PersonLine(
            account_id=one.account_id,
            name=called.get(one.account_id, f"Account {one.account_id}"),
            url=f"/deadlock/players/{one.account_id}",
            compare_url=f"/deadlock/players/{account_id}/with/{one.account_id}{query}",
            matches=one.matches,
            share=share_of(one.wins, one.decided),
            last_at=one.last_at,
        )
        for one in met
    )
