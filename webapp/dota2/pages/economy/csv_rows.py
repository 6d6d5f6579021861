"""Gold and experience as rows: leads, every minute of everybody, sources, units killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from webapp.dota2.domain.analysis.economy import GOLD_WORDS, XP_WORDS
from webapp.dota2.pages.stretch import stretch_of
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class LeadLine:
    """Both sides at one second; where only the difference is known, the side ahead has it."""

    at_s: int
    gold_a: int | None
    gold_b: int | None
    xp_a: int | None
    xp_b: int | None


@dataclass(frozen=True, slots=True)
class MinuteLine:
    """One player at one minute."""

    at_s: int
    slot: int
    hero_id: int
    gold: int | None
    xp: int | None
    last_hits: int | None
    denies: int | None
    net_worth: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What one player earned from one source, over the match."""

    slot: int
    hero_id: int
    earned: str
    source: str
    amount: int


@dataclass(frozen=True, slots=True)
class FarmLine:
    """What one player killed, over the match."""

    slot: int
    hero_id: int
    lane_creeps: int | None
    neutral_creeps: int | None
    ancients: int | None
    heroes: int | None
    towers: int | None
    couriers: int | None
    observers: int | None
    sentries: int | None
    roshans: int | None
    camps_stacked: int | None
    actions_per_minute: int | None
    dead_s: int | None


def lead_lines(loaded: Any, moment: Moment) -> tuple[LeadLine, ...]:
    """Give both leads by second, of what was chosen."""
    lead, (first, last) = loaded.slices["lead"], moment.reach
    gold = {one.at_s: one for one in lead.samples}
    xp = {one.at_s: one for one in lead.xp}
    return tuple(
        LeadLine(
            at_s,
            gold[at_s].a if at_s in gold else None,
            gold[at_s].b if at_s in gold else None,
            xp[at_s].a if at_s in xp else None,
            xp[at_s].b if at_s in xp else None,
        )
        for at_s in sorted(gold.keys() | xp.keys())
        if first <= at_s <= last
    )


def minute_lines(loaded: Any, moment: Moment) -> tuple[MinuteLine, ...]:
    """Give every player at every minute; of a span its minutes, with the one it begins at."""
    moments, heroes = loaded.slices["moments"], _heroes(loaded)
    stretch = stretch_of(moments, moment)
    first = moments.at_s[0] if stretch.from_s is None and moments.at_s else stretch.from_s
    return tuple(
        MinuteLine(
            at_s=at_s,
            slot=one.slot,
            hero_id=heroes[one.slot],
            gold=_at(one.gold, place),
            xp=_at(one.xp, place),
            last_hits=_at(one.last_hits, place),
            denies=_at(one.denies, place),
            net_worth=_at(one.net_worth, place),
            level=_at(one.level, place),
        )
        for place, at_s in enumerate(moments.at_s)
        if first is not None and first <= at_s <= stretch.to_s
        for one in moments.players
    )


def source_lines(loaded: Any) -> tuple[SourceLine, ...]:
    """Give every source of every player that gave anything."""
    heroes = _heroes(loaded)
    return tuple(
        SourceLine(one.slot, heroes[one.slot], earned, source, amount)
        for one in loaded.slices["economy"].players
        for earned, words, amounts in (("gold", GOLD_WORDS, one.gold), ("xp", XP_WORDS, one.xp))
        for source, amount in zip(words, amounts or (), strict=False)
        if amount
    )


def farm_lines(loaded: Any) -> tuple[FarmLine, ...]:
    """Give what everybody killed."""
    heroes = _heroes(loaded)
    return tuple(
        FarmLine(
            slot=one.slot,
            hero_id=heroes[one.slot],
            **{name: getattr(one.farm, name, None) for name in _KILLED},
            camps_stacked=one.camps_stacked,
            actions_per_minute=one.actions_per_minute,
            dead_s=one.dead_s,
        )
        for one in loaded.slices["economy"].players
    )


def _heroes(loaded: Any) -> dict[int, int]:
    return {row.slot: row.hero_id for row in loaded.slices["scoreboard"].rows}


def _at(column: tuple[int | None, ...] | None, place: int) -> int | None:
    return None if column is None else column[place]


_KILLED = (
    "lane_creeps",
    "neutral_creeps",
    "ancients",
    "heroes",
    "towers",
    "couriers",
    "observers",
    "sentries",
    "roshans",
)
