"""The list of heroes: how often each was played here, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from webapp.deadlock.domain.across.heroes import HeroRow
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.terms import TERMS, Term
from webapp.deadlock.domain.terms.heroes import GROUP
from webapp.deadlock.pages.heroes.choice import SORTS, Chosen, Way, rank_ways
from webapp.deadlock.pages.heroes.sources import load_rows
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.shares import Share

URL: Final = "/deadlock/heroes"
TEXTS: Final = {
    "matches": ("Matches", "n", "hero-counted"),
    "won": ("Won, %", "n", "hero-won"),
    "souls_per_minute": ("Souls / min", "n p2", "souls-per-minute"),
    "damage_per_minute": ("Damage / min", "n p2", "player-damage"),
    "kills": ("Kills", "n p2", "kills"),
    "deaths": ("Deaths", "n p2", "deaths"),
    "assists": ("Assists", "n p2", "assists"),
}
"""Of each column its heading, how it is shown, and the term it is defined by."""


@dataclass(frozen=True, slots=True)
class HeroLine:
    """One hero of the list; numbers are medians over the times it was played."""

    hero_id: int
    hero: str
    letters: str
    portrait: str | None
    url: str
    matches: int
    share: Share
    souls_per_minute: int | None
    damage_per_minute: int | None
    kills: float | None
    deaths: float | None
    assists: float | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the list and how to sort by it; `about` is where it is explained in full."""

    key: str
    text: str
    kind: str
    definition: str
    about: str
    url: str
    sorted: str


@dataclass(frozen=True, slots=True)
class HeroesPage:
    """Every hero that was played in the matches that count here."""

    matches: int
    ranks: tuple[Way, ...]
    headings: tuple[Heading, ...]
    lines: tuple[HeroLine, ...]
    csv_url: str
    terms: dict[str, Term]


def heroes_page(version: str, chosen: Chosen) -> HeroesPage:
    """Give the list of heroes, sorted as asked; by matches when not."""
    names = load_catalogue()
    matches, rows = load_rows(version, chosen.rank)
    lines = hero_lines(rows, names, chosen)
    return HeroesPage(
        matches=matches,
        ranks=rank_ways(URL, chosen, names),
        headings=_headings(chosen),
        lines=lines,
        csv_url=f"{URL}.csv{replace(chosen, sort=None).query}",
        terms={term.key: term for term in GROUP.terms},
    )


def hero_lines(rows: tuple[HeroRow, ...], names: Catalogue, chosen: Chosen) -> tuple[HeroLine, ...]:
    """Give the rows of the list in the order asked for."""
    order = chosen.sort or SORTS[0]
    lines = [_line(row, names, chosen) for row in rows]
    lines.sort(key=lambda line: (-_worth(line, order), line.hero))
    return tuple(lines)


def _worth(line: HeroLine, order: str) -> float:
    """Say what a line is sorted by; a share by what it is at least, so that few are not first."""
    if order == "won":
        return line.share.low
    value: float | None = getattr(line, order)
    return value if value is not None else -1


def _line(row: HeroRow, names: Catalogue, chosen: Chosen) -> HeroLine:
    hero = names.hero(row.hero_id)
    return HeroLine(
        hero_id=row.hero_id,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        url=f"{URL}/{row.hero_id}{Chosen(rank=chosen.rank).query}",
        matches=row.matches,
        share=row.share,
        souls_per_minute=_whole(row.souls_per_minute),
        damage_per_minute=_whole(row.damage_per_minute),
        kills=row.kills,
        deaths=row.deaths,
        assists=row.assists,
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _headings(chosen: Chosen) -> tuple[Heading, ...]:
    order = chosen.sort or SORTS[0]
    return tuple(_heading(key, order, chosen) for key in SORTS)


def _heading(key: str, order: str, chosen: Chosen) -> Heading:
    text, kind, term = TEXTS[key]
    return Heading(
        key=key,
        text=text,
        kind=kind,
        definition=TERMS[term].definition,
        about=TERMS[term].url,
        url=URL + replace(chosen, sort=None if key == SORTS[0] else key).query,
        sorted="descending" if key == order else "",
    )
