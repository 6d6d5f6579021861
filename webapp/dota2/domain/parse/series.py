"""Columns of one figure a minute, made as long as their times and free of what is no number."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.dota2.domain import records, wire
from webapp.dota2.domain.parse.numbers import second

Column = tuple[int | None, ...]
_STEP_S = 60


def whole_or_none(values: Sequence[float | None] | None) -> Column | None:
    """Round every number; None for none at all."""
    if values is None:
        return None
    return tuple(None if one is None else round(one) for one in values)


def minutes_of(body: wire.Player) -> records.Minutes | None:
    """Give the running totals of a player, None when nothing of them was recorded."""
    given = (body.gold_t, body.xp_t, body.lh_t, body.dn_t, body.net_worth_t)
    columns = [whole_or_none(one) for one in given]
    longest = max((len(one) for one in columns if one), default=0)
    if not longest:
        return None
    kept = _rising(body.times, longest)
    places = [place for place, _ in kept]
    gold, xp, last_hits, denies, net_worth = (_picked(one, places) for one in columns)
    return records.Minutes(
        at_s=tuple(at_s for _, at_s in kept),
        gold=gold,
        xp=xp,
        last_hits=last_hits,
        denies=denies,
        net_worth=net_worth,
    )


def lead_times(players: Sequence[records.Player], count: int) -> tuple[int, ...]:
    """Give the seconds of the upstream's own lead: those of the players' columns when they fit."""
    for player in players:
        if player.minutes and len(player.minutes.at_s) == count:
            return player.minutes.at_s
    return tuple(range(0, count * _STEP_S, _STEP_S))


def _rising(times: Sequence[int | None] | None, longest: int) -> list[tuple[int, int]]:
    """Pair places in the columns with their seconds; without times a place is a minute."""
    if not times:
        return [(place, place * _STEP_S) for place in range(longest)]
    kept: list[tuple[int, int]] = []
    for place, given in enumerate(times[:longest]):
        at_s = second(given)
        if at_s is not None and (not kept or at_s > kept[-1][1]):
            kept.append((place, at_s))
    return kept


def _picked(column: Column | None, places: Sequence[int]) -> Column | None:
    if not column:
        return None
    return tuple(column[place] if place < len(column) else None for place in places)
