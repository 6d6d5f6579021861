"""A player's page: form, heroes, records and matches, each match one click from its analysis."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.words import history_key
from webapp.deadlock.pages.player.form import form_of
from webapp.deadlock.pages.player.head import PlayerHead, Who, head_of
from webapp.deadlock.pages.player.heroes import HeroLine, hero_lines
from webapp.deadlock.pages.player.lines import MatchLine, how_far, match_lines
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.pages.player.records import Record, records_of
from webapp.deadlock.store import players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.players import Form, kda_said, leaf_of, share_won
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share

ROWS = 25
WORDS = (
    *("hero-won", "interval", "player-form", "player-records", "player-ratio", "player-length"),
    *("kills", "deaths", "assists", "souls", "souls-per-minute", "last-hits", "denies"),
)


@dataclass(frozen=True, slots=True)
class PlayerPage:
    """Everything known here about one account, narrowed down."""

    head: PlayerHead
    total: int
    share: Share
    kda: str
    form: Form | None
    heroes: tuple[HeroLine, ...]
    heroes_in_all: int
    records: tuple[Record, ...]
    lines: tuple[MatchLine, ...]
    shown_said: str
    page: int
    numbers: tuple[int | None, ...]
    urls: dict[int, str]
    query: str
    unanalysed: int
    busy: int
    terms: dict[str, Term]


def player_page(account_id: int, wanted: Filter, page: int = 1) -> PlayerPage:
    """Give a player's page; an account nobody asked for yet has an empty one with a button."""
    update = history_key(account_id)
    names, found = load_catalogue(), players.load_player(account_id, update)
    chosen = narrow(found.played, wanted)
    counted = [one for one in chosen if one.verified]
    leaf = leaf_of(chosen, page, ROWS, url=wanted.page_url, nothing="no matches")
    lines = match_lines(leaf.shown, names, how_far(leaf.shown, found))
    who = Who(account_id, found.known, found.runs.get(update))
    return PlayerPage(
        head=head_of(who, "matches", found.played, wanted, names),
        total=len(chosen),
        share=share_won(counted),
        kda=kda_said(counted),
        form=form_of(counted, names),
        heroes=hero_lines(counted, names, wanted),
        heroes_in_all=len({one.hero_id for one in counted}),
        records=records_of(counted, names, any_mode=wanted.mode is not None),
        lines=lines,
        shown_said=leaf.said,
        page=leaf.page,
        numbers=leaf.numbers,
        urls=leaf.urls,
        query=wanted.url() if wanted.parts else "",
        unanalysed=sum(line.state in {"unasked", "failed"} for line in lines),
        busy=sum(line.state in {"live", "waiting"} for line in lines),
        terms={key: TERMS[key] for key in WORDS},
    )
