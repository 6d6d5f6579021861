"""How a player does with each hero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.pages.player.lines import souls_per_minute
from webapp.deadlock.pages.player.narrowing import Filter
from webapp.deadlock.store.players import Played
from webapp.matchplay.players import most_played, share_won
from webapp.matchplay.shares import Share

TOP_HEROES = 14


@dataclass(frozen=True, slots=True)
class HeroLine:
    """How a player does with one hero; `ratio` is kills and assists for each death."""

    hero_id: int
    hero: str
    letters: str
    portrait: str | None
    matches: int
    share: Share
    ratio: float
    souls_per_minute: int | None
    url: str
    hero_url: str


def hero_lines(
    chosen: Sequence[Played], names: Catalogue, wanted: Filter, most: int = TOP_HEROES
) -> tuple[HeroLine, ...]:
    """Give the heroes played most, most often first."""
    by_hero = most_played(chosen, most)
    return tuple(_line(hero_id, played, names, wanted) for hero_id, played in by_hero)


def _line(hero_id: int, played: Sequence[Played], names: Catalogue, wanted: Filter) -> HeroLine:
    hero = names.hero(hero_id)
    paces = [pace for one in played if (pace := souls_per_minute(one)) is not None]
    done = sum(one.kills + one.assists for one in played)
    return HeroLine(
        hero_id=hero_id,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        matches=len(played),
        share=share_won(played),
        ratio=round(done / max(1, sum(one.deaths for one in played)), 1),
        souls_per_minute=round(median(paces)) if paces else None,
        url=wanted.url(hero=hero_id),
        hero_url=f"/deadlock/heroes/{hero_id}",
    )
