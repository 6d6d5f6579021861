"""Puts a match's buildings and mid bosses together with who was near and who died."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from webapp.deadlock.domain.analysis.near import Near, near
from webapp.deadlock.domain.analysis.objectives.records import (
    Building,
    Objectives,
    Rejuvenator,
    Standing,
)
from webapp.deadlock.domain.analysis.objectives.sites import Site, sites_of
from webapp.deadlock.domain.buildings import down_by
from webapp.deadlock.domain.records import Match, MidBoss

Deaths: TypeAlias = dict[str, list[int]]
OBJECTIVE_RADIUS_M: Final = 50.0
"""How near counts beside a building: most who brought one down in real matches stood within it."""
BEFORE_S: Final = 60
"""Kills this long before a fall are counted with it."""
AFTER_S: Final = 300
"""What fell this long after a mid boss is told with it: a window of ours, not the buff's length."""


def objectives_of(match: Match) -> Objectives:
    """Tell the story of every building and of every Rejuvenator."""
    sites = sites_of(match)
    first = _standing(match, sites, [one.building.first_damage_at_s for one in sites])
    fall = _standing(match, sites, [one.building.fell_at_s for one in sites])
    deaths = _deaths(match)
    told = [one.building for one in sites]
    buildings = tuple(
        _building(site, then, last, deaths, down_by(site.building, told))
        for site, then, last in zip(sites, first, fall, strict=True)
    )
    bosses = tuple(_boss(match, boss, buildings, deaths) for boss in match.mid_bosses)
    lanes = dict.fromkeys(one.lane for one in buildings if one.lane)
    return Objectives(tuple(lanes), buildings, bosses)


def _standing(
    match: Match, sites: Sequence[Site], seconds: Sequence[int | None]
) -> Iterator[Standing | None]:
    """Say for each building who was near at its second; None without a second or positions."""
    asked = [(at_s, site) for at_s, site in zip(seconds, sites, strict=True) if at_s is not None]
    told = near(
        match,
        [at_s for at_s, _ in asked],
        [site.x for _, site in asked],
        [site.y for _, site in asked],
        OBJECTIVE_RADIUS_M,
    )
    known = {id(site): around for (_, site), around in zip(asked, told, strict=True)}
    for site in sites:
        around = known.get(id(site)) if match.paths is not None else None
        yield None if around is None else _by_side(around, site.building.side)


def _by_side(around: Sequence[Near], side: str) -> Standing:
    return Standing(
        attackers=tuple(one.slot for one in around if one.side != side),
        defenders=tuple(one.slot for one in around if one.side == side),
    )


def _deaths(match: Match) -> Deaths:
    """Give by side the seconds, in order, at which a player killed one of it."""
    told: Deaths = {}
    for player in match.players:
        killed = (death.at_s for death in player.deaths if death.killer is not None)
        told.setdefault(player.side, []).extend(killed)
    for seconds in told.values():
        seconds.sort()
    return told


def _count(deaths: Deaths, side: str, from_s: int, to_s: int) -> int:
    seconds = deaths.get(side, [])
    return bisect_right(seconds, to_s) - bisect_left(seconds, from_s)


def _building(
    site: Site,
    first: Standing | None,
    last: Standing | None,
    deaths: Deaths,
    down_by_s: int | None,
) -> Building:
    one = site.building
    fell, hurt = one.fell_at_s, one.first_damage_at_s
    attackers = "b" if one.side == "a" else "a"
    return Building(
        side=one.side,
        kind=one.kind,
        lane=one.lane,
        order=site.order,
        x=site.x,
        y=site.y,
        first_damage_at_s=hurt,
        fell_at_s=fell,
        down_by_s=down_by_s,
        under_attack_s=None if fell is None or hurt is None else max(0, fell - hurt),
        player_damage=one.player_damage,
        spirit_damage=one.spirit_damage,
        trooper_damage=one.trooper_damage,
        near_first=first,
        near_fall=last,
        kills_for=_count(deaths, one.side, fell - BEFORE_S, fell) if fell else 0,
        kills_against=_count(deaths, attackers, fell - BEFORE_S, fell) if fell else 0,
    )


def _boss(
    match: Match, boss: MidBoss, buildings: Sequence[Building], deaths: Deaths
) -> Rejuvenator:
    around = near(match, [boss.at_s], [0.0], [0.0], OBJECTIVE_RADIUS_M)[0]
    after, until = boss.at_s + 1, boss.at_s + AFTER_S
    return Rejuvenator(
        at_s=boss.at_s,
        killed_by=boss.killed_by,
        claimed_by=boss.claimed_by,
        stolen=bool(boss.killed_by and boss.claimed_by and boss.killed_by != boss.claimed_by),
        near_a=tuple(one.slot for one in around if one.side == "a"),
        near_b=tuple(one.slot for one in around if one.side == "b"),
        followed=tuple(
            number
            for number, one in enumerate(buildings)
            if one.down_by_s is not None and after <= one.down_by_s <= until
        ),
        kills_a=_count(deaths, "b", after, until),
        kills_b=_count(deaths, "a", after, until),
    )
