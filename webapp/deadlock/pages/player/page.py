"""A player's page: form, heroes, records and matches, each match one click from its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from statistics import fmean

from webapp.deadlock.domain.terms.players import GROUP
from webapp.deadlock.domain.words import history_key
from webapp.deadlock.pages.player.form import Form, form_of
from webapp.deadlock.pages.player.head import PlayerHead, Who, head_of
from webapp.deadlock.pages.player.heroes import HeroLine, hero_lines, share_won
from webapp.deadlock.pages.player.lines import MatchLine, how_far, match_lines
from webapp.deadlock.pages.player.narrowing import Filter, narrow
from webapp.deadlock.pages.player.records import Record, records_of
from webapp.deadlock.store import players
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.deadlock.store.players import Played
from webapp.matchplay.shares import Share
from webapp.matchplay.terms import Term

ROWS = 25


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
    pages = max(1, ceil(len(chosen) / ROWS))
    page = min(max(page, 1), pages)
    shown = chosen[(page - 1) * ROWS : page * ROWS]
    lines = match_lines(shown, names, how_far(shown, found))
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
        shown_said=_said(page, len(lines), len(chosen)),
        page=page,
        numbers=_numbers(page, pages),
        urls={number: _url(wanted, number) for number in range(1, pages + 1)},
        query=wanted.url() if wanted.parts else "",
        unanalysed=sum(line.state in {"unasked", "failed"} for line in lines),
        busy=sum(line.state in {"live", "waiting"} for line in lines),
        terms={term.key: term for term in GROUP.terms},
    )


def kda_said(chosen: list[Played]) -> str:
    """Say kills, deaths and assists of a match on average."""
    if not chosen:
        return ""
    means = (fmean(getattr(one, name) for one in chosen) for name in ("kills", "deaths", "assists"))
    return " / ".join(f"{mean:.1f}" for mean in means)


def _said(page: int, shown: int, total: int) -> str:
    if total == 0:
        return "no matches"
    first = (page - 1) * ROWS + 1
    return f"{first} to {first + shown - 1} of {total:,}"


def _numbers(page: int, pages: int) -> tuple[int | None, ...]:
    near = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    numbers: list[int | None] = []
    for number in near:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)


def _url(wanted: Filter, page: int) -> str:
    return wanted.url(page=page) if page > 1 else wanted.url()
