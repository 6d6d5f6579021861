"""Puts each player's combat together from what the replay adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from webapp.dota2.domain.analysis.combat.kinds import kind_of
from webapp.dota2.domain.analysis.combat.records import Cast, Combat, Fighter, Hit, Row, Source
from webapp.dota2.domain.analysis.whose import slots_by_unit
from webapp.dota2.domain.records import Counts, Match, Player, Sums

SLOTS: Final = 10
MOST: Final = 40
"""Sources, casts or items kept of one player, the largest first."""
_DEAD: Final = ("1", "2")


def combat_of(match: Match) -> Combat:
    """Tell all combat of a match."""
    slots = slots_by_unit(match)
    return Combat(tuple(_fighter(player, slots) for player in match.players))


def _fighter(player: Player, slots: Mapping[str, int]) -> Fighter:
    sums, finals = player.sums, player.finals
    return Fighter(
        slot=player.slot,
        dealt=_row(sums.damage, slots),
        taken=_row(sums.damage_taken, slots),
        healed=_row(sums.healing, slots),
        elsewhere=_elsewhere(sums.damage, slots),
        sources=_sources(sums, slots),
        received=_ranked(sums.damage_received_by_source),
        kills=_row(sums.killed, slots),
        deaths=_row(sums.killed_by, slots),
        died_to=_others(sums.killed_by, slots),
        casts=_casts(sums, slots),
        items=_ranked(sums.item_uses),
        hit=_hit(player, slots),
        multi_kills=_sizes(sums.multi_kills),
        streaks=_sizes(sums.kill_streaks),
        stuns_s=sums.stuns_s,
        participation=sums.teamfight_participation,
        dead_s=_dead(sums.life_state),
        hero_damage=finals.hero_damage,
        tower_damage=finals.tower_damage,
        hero_healing=finals.hero_healing,
    )


def _row(counts: Counts | None, slots: Mapping[str, int]) -> Row | None:
    """Put what is counted by hero into a row by slot."""
    if counts is None:
        return None
    row = [0] * SLOTS
    for unit, slot in slots.items():
        row[slot] = counts.get(unit, 0)
    return tuple(row)


def _elsewhere(
    counts: Counts | None, slots: Mapping[str, int]
) -> tuple[tuple[str, int], ...] | None:
    if counts is None:
        return None
    found: Counter[str] = Counter()
    for unit, damage in counts.items():
        if unit not in slots:
            found[kind_of(unit)] += damage
    return tuple(found.most_common())


def _others(counts: Counts | None, slots: Mapping[str, int]) -> tuple[tuple[str, int], ...] | None:
    return _ranked(
        None
        if counts is None
        else {key: count for key, count in counts.items() if key not in slots}
    )


def _sources(sums: Sums, slots: Mapping[str, int]) -> tuple[Source, ...] | None:
    dealt = sums.damage_by_source
    if dealt is None:
        return None
    hits, targets = sums.hero_hits, sums.damage_targets
    ranked = sorted(dealt.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    return tuple(
        Source(
            name=name,
            damage=damage,
            hits=None if hits is None else hits.get(name),
            targets=None if targets is None else _row(targets.get(name, {}), slots),
        )
        for name, damage in ranked
    )


def _casts(sums: Sums, slots: Mapping[str, int]) -> tuple[Cast, ...] | None:
    uses, targets = sums.ability_uses, sums.ability_targets
    if uses is None:
        return None
    ranked = sorted(uses.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    return tuple(
        Cast(name, count, None if targets is None else _row(targets.get(name, {}), slots))
        for name, count in ranked
    )


def _ranked(counts: Counts | None) -> tuple[tuple[str, int], ...] | None:
    if counts is None:
        return None
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST])


def _sizes(counts: Counts | None) -> tuple[tuple[int, int], ...] | None:
    if counts is None:
        return None
    return tuple(sorted((int(size), many) for size, many in counts.items() if size.isdecimal()))


def _hit(player: Player, slots: Mapping[str, int]) -> Hit | None:
    hit = player.logs.biggest_hit
    return None if hit is None else Hit(hit.at_s, hit.source, slots.get(hit.unit), hit.damage)


def _dead(seconds: Counts | None) -> int | None:
    return None if seconds is None else sum(seconds.get(state, 0) for state in _DEAD)
