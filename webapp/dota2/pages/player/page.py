"""A player's page: form, heroes, records and matches, each match one click from its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from webapp.dota2.domain.terms import TERMS, Term
from webapp.dota2.domain.words import player_key
from webapp.dota2.pages.player.form import form_of
from webapp.dota2.pages.player.head import PlayerHead, Who, head_of
from webapp.dota2.pages.player.heroes import HeroLine, hero_lines
from webapp.dota2.pages.player.lines import MatchLine, how_far, match_lines
from webapp.dota2.pages.player.narrowing import Filter
from webapp.dota2.pages.player.records import Record, records_of
from webapp.dota2.store import histories
from webapp.dota2.store.catalogue import load_catalogue
from webapp.matchplay.players import Form, kda_said, leaf_of, share_won
from webapp.matchplay.players.narrowing import narrow
from webapp.matchplay.shares import Share

ROWS = 25
WORDS = ("player-won", "player-records")


@dataclass(frozen=True, slots=True)
class PlayerPage:
    """Everything known here about one account, narrowed down."""

    head: PlayerHead
    told_from: str
    total: int
    share: Share
    kda: str
    gold_per_minute: int | None
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
    update = player_key(account_id)
    names, found = load_catalogue(), histories.load_player(account_id, update)
    chosen = narrow(found.played, wanted)
    leaf = leaf_of(chosen, page, ROWS, url=wanted.page_url, nothing="no matches")
    lines = match_lines(leaf.shown, names, how_far(leaf.shown, found))
    who = Who(account_id, found.known, found.runs.get(update))
    golds = [one.gold_per_minute for one in chosen if one.gold_per_minute is not None]
    return PlayerPage(
        head=head_of(who, "matches", found.played, wanted, names),
        told_from=_told_from(len(found.played), found.in_all),
        total=len(chosen),
        share=share_won(chosen),
        kda=kda_said(chosen),
        gold_per_minute=round(median(golds)) if golds else None,
        form=form_of(chosen, names),
        heroes=hero_lines(chosen, names, wanted),
        heroes_in_all=len({one.hero_id for one in chosen}),
        records=records_of(chosen, names, any_mode=wanted.mode is not None),
        lines=lines,
        shown_said=leaf.said,
        page=leaf.page,
        numbers=leaf.numbers,
        urls=leaf.urls,
        query=wanted.url() if wanted.parts else "",
        unanalysed=sum(line.state in {"unasked", "failed"} for line in lines),
        busy=sum(line.state in {"live", "waiting"} for line in lines),
        terms={word: TERMS[word] for word in WORDS},
    )


def _told_from(listed: int, in_all: int) -> str:
    """Say that only the newest matches are listed, where OpenDota knows of more."""
    if in_all <= listed:
        return ""
    return (
        f"OpenDota counts {in_all:,} matches of this player. The newest {listed:,} are listed "
        "here; shares, heroes and records are told from those."
    )
