"""One player's earnings over the whole match: by source, what was lost, and what was killed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from webapp.dota2.domain.analysis.economy.sources import (
    GOLD_WORDS,
    NOT_EARNED,
    XP_WORDS,
    gold_by_word,
    xp_by_word,
)
from webapp.dota2.domain.records import Match, Player
from webapp.dota2.domain.records.sums import Counts

Sourced = tuple[int, ...] | None

_ANCIENT_NAMES: Final = """
jungle_stalker elder_jungle_stalker prowler_acolyte prowler_shaman rock_golem granite_golem
ice_shaman frostbitten_golem big_thunder_lizard small_thunder_lizard black_drake black_dragon
ancient_frog ancient_frog_mage
"""
ANCIENTS: Final = frozenset("npc_dota_neutral_" + name for name in _ANCIENT_NAMES.split())
"""Neutral creeps of the ancient camps (dotaconstants, `ancients`)."""


class Farm(msgspec.Struct, frozen=True):
    """How many of each sort were killed, in OpenDota's counting (its `compute`).

    Neutral creeps count the ancients among them.
    """

    lane_creeps: int
    neutral_creeps: int
    ancients: int
    heroes: int
    towers: int
    couriers: int
    observers: int
    sentries: int
    roshans: int


class PlayerEconomy(msgspec.Struct, frozen=True):
    """One player. `gold` is in step with GOLD_WORDS, `xp` with XP_WORDS; None when not recorded.

    `earned` is all gold earned by the last minute recorded, `unlisted` what of it no source
    explains: mostly the gold that comes by itself. `lost_to_deaths` and `buybacks` are spent
    amounts, not below 0. `actions_per_minute` counts orders given.
    """

    slot: int
    gold: Sourced
    xp: Sourced
    earned: int | None
    unlisted: int | None
    lost_to_deaths: int | None
    buybacks: int | None
    sold: int | None
    farm: Farm | None
    camps_stacked: int | None
    creeps_stacked: int | None
    actions_per_minute: int | None
    dead_s: int | None


def players_of(match: Match, dialect: str | None) -> tuple[PlayerEconomy, ...]:
    """Give everybody's earnings, by slot."""
    return tuple(_player(player, dialect, match.duration_s) for player in match.players)


def _player(player: Player, dialect: str | None, duration_s: int) -> PlayerEconomy:
    sums = player.sums
    words = None if sums.gold_reasons is None else gold_by_word(sums.gold_reasons, dialect)
    xp = None if sums.xp_reasons is None else xp_by_word(sums.xp_reasons)
    earned = _last(player.minutes.gold if player.minutes else None)
    return PlayerEconomy(
        slot=player.slot,
        gold=_columns(words, GOLD_WORDS),
        xp=_columns(xp, XP_WORDS),
        earned=earned,
        unlisted=_unlisted(earned, words),
        lost_to_deaths=None if words is None else -words.get("deaths", 0),
        buybacks=None if words is None else -words.get("buybacks", 0),
        sold=None if words is None else words.get("items sold", 0),
        farm=_farm(sums.killed),
        camps_stacked=sums.camps_stacked,
        creeps_stacked=sums.creeps_stacked,
        actions_per_minute=_per_minute(sums.actions, duration_s),
        dead_s=_dead(sums.life_state),
    )


def _columns(words: dict[str, int] | None, order: Sequence[str]) -> Sourced:
    return None if words is None else tuple(words.get(word, 0) for word in order)


def _last(column: Sequence[int | None] | None) -> int | None:
    known = [one for one in column or () if one is not None]
    return known[-1] if known else None


def _unlisted(earned: int | None, words: dict[str, int] | None) -> int | None:
    if earned is None or words is None:
        return None
    return earned - sum(gold for word, gold in words.items() if word not in NOT_EARNED)


def _farm(killed: Counts | None) -> Farm | None:
    if killed is None:
        return None

    def count(belongs: Callable[[str], bool]) -> int:
        return sum(number for unit, number in killed.items() if belongs(unit))

    return Farm(
        lane_creeps=count(lambda unit: unit.startswith("npc_dota_creep")),
        neutral_creeps=count(lambda unit: unit.startswith("npc_dota_neutral")),
        ancients=count(ANCIENTS.__contains__),
        heroes=count(lambda unit: unit.startswith("npc_dota_hero")),
        towers=count(lambda unit: "_tower" in unit),
        couriers=count(lambda unit: unit.startswith("npc_dota_courier")),
        observers=count(lambda unit: unit.startswith("npc_dota_observer_wards")),
        sentries=count(lambda unit: unit.startswith("npc_dota_sentry_wards")),
        roshans=count(lambda unit: unit.startswith("npc_dota_roshan")),
    )


def _per_minute(actions: Counts | None, duration_s: int) -> int | None:
    if actions is None or not duration_s:
        return None
    return int(sum(actions.values()) / duration_s * 60)


def _dead(life_state: Counts | None) -> int | None:
    if life_state is None:
        return None
    return life_state.get("1", 0) + life_state.get("2", 0)
