"""The cumulative snapshots of one player: stats[] with its sources of souls and custom stats."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import Clock
from webapp.simulator.deadlock.creatures import Creatures
from webapp.simulator.deadlock.damage.ledger import (
    DAMAGE,
    HEALING,
    MITIGATED,
    PREVENTED,
    Kinds,
    Ledger,
)
from webapp.simulator.deadlock.facts import level_at
from webapp.simulator.deadlock.souls import (
    ASSISTS,
    BOSSES,
    CREEPS,
    DENIES,
    NEUTRALS,
    PLAYERS,
    SOURCES,
    TREASURE,
    Purse,
)
from webapp.simulator.deadlock.story.events import Ints, Story
from webapp.simulator.deadlock.wire.aim import Aim, aim_of, custom_values

_WITH_ORBS = (PLAYERS, CREEPS, NEUTRALS, BOSSES)


@dataclass(frozen=True, slots=True)
class Books:
    """Everything counted about a match, ready to be told."""

    story: Story
    clock: Clock
    purse: Purse
    creatures: Creatures
    ledger: Ledger


def statistics_of(books: Books) -> dict[int, list[dict[str, Any]]]:
    """Give the snapshots of everybody, keyed by slot."""
    sums, kinds = _sums(books), books.ledger.kinds()
    return {
        one.slot: _snapshots(books, one, {k: v[one.slot - 1] for k, v in sums.items()}, kinds)
        for one in books.story.people
    }


def _sums(books: Books) -> dict[str, Ints]:
    """Every cumulative statistic as 12 rows by bucket."""
    purse, ledger, creatures = books.purse, books.ledger, books.creatures
    healed = ledger.sums(HEALING, by="dealer")[1:]
    own = _self_healing(ledger)
    counted = {
        **{f"gold {source}": gold for source, gold in purse.gold.items()},
        "gold_lane_creep_orbs": purse.creep_orbs,
        "gold_death_loss": purse.death_loss,
        "kills": purse.kills,
        "deaths": purse.deaths,
        "assists": purse.assists,
        "creep_kills": purse.creep_kills,
        "neutral_kills": purse.neutral_kills,
        "denies": purse.denies,
        "creep_damage": creatures.creeps,
        "neutral_damage": creatures.neutrals,
        "boss_damage": creatures.bosses,
        "player_damage": ledger.sums(DAMAGE, by="dealer", heroes_only=True)[1:],
        "player_damage_taken": ledger.sums(DAMAGE, by="target", heroes_only=True)[1:],
        "damage_mitigated": ledger.sums(MITIGATED, by="dealer")[1:],
        "player_healing": healed,
        "self_healing": own,
        "teammate_healing": healed - own,
        "heal_prevented": ledger.sums(PREVENTED, by="dealer")[1:],
    }
    return {name: np.cumsum(values, axis=1) for name, values in counted.items()}


def _self_healing(ledger: Ledger) -> Ints:
    own = np.zeros((12, ledger.size), dtype=np.int64)
    for (stat, dealer, _, _, target), amounts in ledger.lines.items():
        if stat == HEALING and dealer == target:
            own[dealer - 1] += amounts
    return own


def _snapshots(
    books: Books, person: Person, sums: dict[str, Ints], kinds: tuple[Kinds, Kinds]
) -> list[dict[str, Any]]:
    rng = stream(books.story.match_id, books.story.seed, f"stats {person.slot}")
    aim = aim_of(rng, kinds, person.slot, sums["creep_damage"] + sums["boss_damage"])
    worth = books.purse.net_worth()[person.slot - 1]
    seconds = books.clock.snapshots()
    told = []
    for second, row in zip(seconds, books.clock.rows(seconds), strict=True):
        at = {name: int(values[row]) for name, values in sums.items()}
        snapshot = _scoreboard(person, second, int(worth[row]), at)
        snapshot |= _gold(at) | _zeroes() | _aimed(aim, int(row), at["kills"])
        snapshot["gold_sources"] = [_source(source, at) for source in SOURCES]
        snapshot["custom_user_stats"] = custom_values(aim, int(row), second, int(worth[row]))
        told.append(snapshot)
    return told


def _scoreboard(person: Person, second: int, worth: int, at: dict[str, int]) -> dict[str, Any]:
    names = ("kills", "deaths", "assists", "creep_kills", "neutral_kills", "denies",
             "creep_damage", "player_damage", "neutral_damage", "boss_damage",
             "player_damage_taken", "damage_mitigated", "player_healing", "self_healing",
             "teammate_healing", "heal_prevented", "gold_death_loss",
             "gold_lane_creep_orbs")  # fmt: skip
    level = level_at(worth)
    return {name: at[name] for name in names} | {
        "time_stamp_s": second,
        "net_worth": worth,
        "level": level,
        "ability_points": max(0, level - 4),
        "possible_creeps": at["creep_kills"] + second // 38,
        "max_health": person.hero.health + 39 * (level - 1) + worth // 60,
        "tech_power": worth // 420,
        "heal_lost": at["player_healing"] // 60,
        "absorption_provided": at["damage_mitigated"] // 3,
        "damage_absorbed": at["damage_mitigated"] // 3,
    }


def _gold(at: dict[str, int]) -> dict[str, int]:
    return {
        "gold_player": at[f"gold {PLAYERS}"] + at[f"gold {ASSISTS}"],
        "gold_lane_creep": at[f"gold {CREEPS}"],
        "gold_neutral_creep": at[f"gold {NEUTRALS}"],
        "gold_boss": at[f"gold {BOSSES}"],
        "gold_treasure": at[f"gold {TREASURE}"],
        "gold_denied": at[f"gold {DENIES}"],
    }


def _zeroes() -> dict[str, int]:
    """Statistics that stay nought in ordinary matches."""
    names = ("gold_player_orbs", "gold_neutral_creep_orbs", "gold_boss_orb", "weapon_power",
             "player_barriering", "teammate_barriering", "self_damage")  # fmt: skip
    return dict.fromkeys(names, 0)


def _aimed(aim: Aim, row: int, kills: int) -> dict[str, int]:
    bullet = round(kills * aim.bullet_share)
    melee = round((kills - bullet) * 0.08)
    return {
        "shots_hit": int(aim.shots_hit[row]),
        "shots_missed": int(aim.shots_missed[row]),
        "hero_bullets_hit": int(aim.hero_hits[row]),
        "hero_bullets_hit_crit": int(aim.headshots[row]),
        "bullet_kills": bullet,
        "melee_kills": melee,
        "ability_kills": kills - bullet - melee,
        "headshot_kills": bullet // 2,
    }


def _source(source: int, at: dict[str, int]) -> dict[str, int | None]:
    kills = {PLAYERS: "kills", CREEPS: "creep_kills", NEUTRALS: "neutral_kills"}.get(source)
    damage = {PLAYERS: "player_damage", CREEPS: "creep_damage", NEUTRALS: "neutral_damage",
              BOSSES: "boss_damage"}.get(source)  # fmt: skip
    orbs = at["gold_lane_creep_orbs"] if source == CREEPS else 0
    counted = at["assists"] if source == ASSISTS else at.get(kills or "", 0)
    return {
        "source": source,
        "kills": counted or None,
        "damage": at.get(damage or "", 0) or None,
        "gold": at[f"gold {source}"],
        "gold_orbs": orbs if source in _WITH_ORBS else None,
    }
