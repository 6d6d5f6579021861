"""One hero's page: how it fares, is played, what it buys and where it stands, over all matches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.deadlock.domain.across.heroes import HeroFacts, Part
from webapp.deadlock.domain.catalogue import Catalogue
from webapp.deadlock.domain.terms.heroes import GROUP
from webapp.deadlock.domain.words import SIDE_NAMES
from webapp.deadlock.pages.heroes.choice import Chosen, Way, rank_ways
from webapp.deadlock.pages.heroes.figures import MetricGroup, metric_groups
from webapp.deadlock.pages.heroes.ground import HeatView, heat_view
from webapp.deadlock.pages.heroes.shop import ItemLine, item_lines
from webapp.deadlock.pages.heroes.sources import load_facts, load_heat, load_items
from webapp.deadlock.store.benchmarks import load_benchmarks
from webapp.deadlock.store.catalogue import load_catalogue
from webapp.matchplay.shares import Share
from webapp.matchplay.terms import Term

ENDS = 6
TERMS_OF_HEROES = {term.key: term for term in GROUP.terms}


@dataclass(frozen=True, slots=True)
class PartLine:
    """The share won in a part of the hero's matches; `url` where the name leads, if anywhere."""

    name: str
    side: str
    url: str | None
    matches: int
    share: Share


@dataclass(frozen=True, slots=True)
class HeroPage:
    """Everything known here about one hero. `usual_*` tells of the benchmarks' snapshot."""

    hero_id: int
    hero: str
    letters: str
    portrait: str | None
    url: str
    ranks: tuple[Way, ...]
    rank_query: str
    matches: int
    share: Share
    lanes: tuple[PartLine, ...]
    sides: tuple[PartLine, ...]
    best: tuple[PartLine, ...]
    worst: tuple[PartLine, ...]
    metrics: tuple[MetricGroup, ...]
    usual_at: datetime | None
    usual_matches: int
    items: tuple[ItemLine, ...]
    item_matches: int
    items_in_all: int
    heat: HeatView | None
    terms: dict[str, Term]


def hero_page(version: str, hero_id: int, chosen: Chosen) -> HeroPage | None:
    """Give a hero's page; None for a hero neither named nor ever played here."""
    names, usual = load_catalogue(), load_benchmarks()
    facts = load_facts(version, hero_id, chosen.rank)
    if hero_id not in names.heroes and not facts.matches:
        return None
    hero, url = names.hero(hero_id), f"/deadlock/heroes/{hero_id}"
    bought = load_items(version, hero_id, chosen.rank)
    lines = item_lines(bought, names)
    best, worst = _ends(facts, names)
    return HeroPage(
        hero_id=hero_id,
        hero=hero.name,
        letters=hero.letters,
        portrait=hero.portrait,
        url=url,
        ranks=rank_ways(url, chosen, names),
        rank_query=Chosen(rank=chosen.rank).query,
        matches=facts.matches,
        share=facts.share,
        lanes=tuple(_part(one, one.name.capitalize()) for one in facts.lanes),
        sides=tuple(_part(one, SIDE_NAMES[one.name], one.name) for one in facts.sides),
        best=best,
        worst=worst,
        metrics=metric_groups(usual, hero_id, chosen.rank),
        usual_at=usual.computed_at,
        usual_matches=usual.matches,
        items=lines.shown,
        item_matches=bought.matches,
        items_in_all=lines.in_all,
        heat=_heat(version, hero_id, hero.name, url, chosen),
        terms=TERMS_OF_HEROES,
    )


def _heat(version: str, hero_id: int, hero: str, url: str, chosen: Chosen) -> HeatView | None:
    whole = load_heat(version, hero_id, chosen.rank, None, None)
    if not whole.matches:
        return None
    part = load_heat(version, hero_id, chosen.rank, chosen.side, chosen.phase)
    return heat_view(hero, whole, part, url, chosen)


def _ends(facts: HeroFacts, names: Catalogue) -> tuple[tuple[PartLine, ...], tuple[PartLine, ...]]:
    """Give the enemies it does best and worst against, none twice.

    By what the share is at least, and at most: few matches are neither best nor worst.
    """
    best = sorted(facts.enemies, key=lambda one: (-one.share.low, -one.share.n))[:ENDS]
    rest = [one for one in facts.enemies if one not in best]
    worst = sorted(rest, key=lambda one: (one.share.high, -one.share.n))[:ENDS]
    return tuple(_enemy(one, names) for one in best), tuple(_enemy(one, names) for one in worst)


def _enemy(one: Part, names: Catalogue) -> PartLine:
    hero_id = int(one.name)
    return PartLine(
        names.hero(hero_id).name, "", f"/deadlock/heroes/{hero_id}", one.matches, one.share
    )


def _part(one: Part, name: str, side: str = "") -> PartLine:
    return PartLine(name, side, None, one.matches, one.share)
