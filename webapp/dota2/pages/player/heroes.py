"""How a player does with each hero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.player.narrowing import Filter
from webapp.dota2.store.histories import Played
from webapp.matchplay.players import most_played, share_won
from webapp.matchplay.shares import Share

TOP_HEROES = 14


@dataclass(frozen=True, slots=True)
class HeroLine:
    """How a player does with one hero; `ratio` is (kills + assists) / (deaths + 1)."""

    hero_id: int
    hero: str
    letters: str
    portrait: str | None
    matches: int
    share: Share
    ratio: float | None
    gold_per_minute: int | None
    url: str


def hero_lines(
    chosen: Sequence[Played], names: Catalogue, wanted: Filter, most: int = TOP_HEROES
) -> tuple[HeroLine, ...]:
    """Give the heroes played most, most often first."""
    by_hero = most_played(chosen, most)
    return tuple(_line(hero_id, played, names, wanted) for hero_id, played in by_hero)


def ratio_of(one: Played) -> float | None:
    """Give (kills + assists) / (deaths + 1) of a match, OpenDota's; None where not recorded."""
    if one.kills is None or one.deaths is None or one.assists is None:
        return None
    return (one.kills + one.assists) / (one.deaths + 1)


def _line(hero_id: int, played: Sequence[Played], names: Catalogue, wanted: Filter) -> HeroLine:
    hero = names.hero(hero_id)
    ratios = [ratio for one in played if (ratio := ratio_of(one)) is not None]
    golds = [one.gold_per_minute for one in played if one.gold_per_minute is not None]
    return HeroLine(
        hero_id=hero_id,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        matches=len(played),
        share=share_won(played),
        ratio=round(median(ratios), 1) if ratios else None,
        gold_per_minute=round(median(golds)) if golds else None,
        url=wanted.url(hero=hero_id),
    )
