"""Each player's part in a fight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from webapp.dota2.domain.analysis.events import Events, Kill
from webapp.dota2.domain.analysis.fights.outlines import Outline
from webapp.dota2.domain.analysis.fights.told import FightPlayer
from webapp.dota2.domain.records import FightPlayer as Given
from webapp.dota2.domain.records import Match

MOST_USED: Final = 12
"""Abilities or items kept for one player in one fight."""


def parts_of(match: Match, events: Events, outline: Outline) -> tuple[FightPlayer, ...]:
    """Tell what every player did in a fight."""
    kills = [(events.kills or ())[place] for place in outline.kills]
    given = {one.slot: one for one in outline.given.players} if outline.given else {}
    back = [
        one.slot for one in events.buybacks or () if outline.start_s <= one.at_s <= outline.end_s
    ]
    return tuple(
        _part(player.slot, kills, given[player.slot])
        if player.slot in given
        else _by_log(player.slot, kills, back.count(player.slot))
        for player in match.players
    )


def _by_log(slot: int, kills: Sequence[Kill], buybacks: int) -> FightPlayer:
    dealt, died = _score(slot, kills)
    return FightPlayer(
        slot=slot,
        fought=dealt + died > 0,
        kills=dealt,
        deaths=died,
        untimed=0,
        buybacks=buybacks,
        damage=None,
        healing=None,
        gold=None,
        xp=None,
        casts=(),
        items=(),
    )


def _part(slot: int, kills: Sequence[Kill], given: Given) -> FightPlayer:
    """Tell it from the upstream's account: who hurt a hero, killed or died has fought."""
    dealt, died = _score(slot, kills)
    return FightPlayer(
        slot=slot,
        fought=(given.damage or 0) > 0 or given.deaths > 0 or dealt + died > 0,
        kills=dealt,
        deaths=max(given.deaths, died),
        untimed=max(0, given.deaths - died),
        buybacks=given.buybacks,
        damage=given.damage,
        healing=given.healing,
        gold=given.gold_delta,
        xp=given.xp_delta,
        casts=_most(given.ability_uses),
        items=_most(given.item_uses),
    )


def _score(slot: int, kills: Sequence[Kill]) -> tuple[int, int]:
    return sum(kill.killer == slot for kill in kills), sum(kill.victim == slot for kill in kills)


def _most(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(ranked[:MOST_USED])
