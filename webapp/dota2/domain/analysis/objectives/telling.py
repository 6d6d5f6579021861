"""Puts buildings together with their falls and with what still stood at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from webapp.dota2.domain.analysis.objectives.bosses import couriers_of, roshans_of, tormentors_of
from webapp.dota2.domain.analysis.objectives.falls import Fall, Key, falls_of, killers_of
from webapp.dota2.domain.analysis.objectives.records import Building, Objectives, Unnamed
from webapp.dota2.domain.analysis.objectives.runes import rune_totals_of, runes_of
from webapp.dota2.domain.buildings import SITES, Site
from webapp.dota2.domain.records import Match

_INNERMOST: Final = 4
"""Tier of the two towers beside an Ancient, which share one name."""


def objectives_of(match: Match) -> Objectives:
    """Tell the story of every building, of Roshan, Tormentors, couriers and runes."""
    given = match.objectives
    falls = falls_of(match, given or ())
    return Objectives(
        recorded=given is not None,
        buildings=tuple(_buildings(match, falls)),
        unnamed=tuple(
            Unnamed(one.at_s, one.side, one.by, one.denied) for one in falls if one.key is None
        ),
        roshans=None if given is None else roshans_of(given),
        tormentors=None if given is None else tormentors_of(given),
        couriers=None if given is None else couriers_of(given),
        runes=runes_of(match),
        rune_totals=rune_totals_of(match),
    )


def _buildings(match: Match, falls: Iterable[Fall]) -> Iterable[Building]:
    rest: dict[Key, list[Fall]] = defaultdict(list)
    for one in falls:
        if one.key is not None:
            rest[one.key].append(one)
    killers = killers_of(match)
    for site in SITES:
        key = (site.side, site.kind, site.tier, site.lane)
        stood = _stood(match, site)
        twin = site.tier == _INNERMOST and stood is True
        fall = rest[key].pop(0) if rest[key] and not twin else None
        yield _building(site, fall, killers.get(key), stood=stood)
    for key, more in rest.items():
        yield from (_shrine(one) for one in more if key[1] == "shrine")


def _stood(match: Match, site: Site) -> bool | None:
    """Say whether a building stood at the end; an Ancient stood where its side won."""
    if site.kind == "ancient":
        return None if match.winner is None else match.winner == site.side
    masks = (match.towers_a, match.towers_b, match.barracks_a, match.barracks_b)
    mask = masks[2 * (site.kind != "tower") + (site.side == "b")]
    return None if mask is None or site.bit is None else bool(mask >> site.bit & 1)


def _building(site: Site, fall: Fall | None, killer: int | None, *, stood: bool | None) -> Building:
    return Building(
        side=site.side,
        kind=site.kind,
        tier=site.tier,
        lane=site.lane,
        order=site.order,
        x=site.x,
        y=site.y,
        stood=False if fall else stood,
        fell_at_s=fall.at_s if fall else None,
        by=killer if fall is None or fall.by is None else fall.by,
        by_unit=fall.by_unit if fall else None,
        denied=fall.denied if fall else False,
    )


def _shrine(fall: Fall) -> Building:
    side = fall.key[0] if fall.key else ""
    return Building(
        side=side,
        kind="shrine",
        tier=None,
        lane=None,
        order=0,
        x=None,
        y=None,
        stood=False,
        fell_at_s=fall.at_s,
        by=fall.by,
        by_unit=fall.by_unit,
        denied=fall.denied,
    )
