"""players[]: the scoreboard line of each player with deaths, items, praise and pings."""

from typing import Any

import numpy as np

from webapp.simulator.deadlock.builds import Build, Purchase
from webapp.simulator.deadlock.cast import Person
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.facts import accolades
from webapp.simulator.deadlock.movement import Walk
from webapp.simulator.deadlock.story.events import Death, Story
from webapp.simulator.deadlock.wire.pickups import buffs_of, stacks_of

_STATS = 97


def badges_of(story: Story) -> tuple[int, int]:
    """Give the average badge of each team: tier * 10 + level."""
    rng = stream(story.match_id, story.seed, "badges")
    tier = int(rng.integers(3, 11))
    return tier * 10 + int(rng.integers(1, 7)), tier * 10 + int(rng.integers(1, 7))


def player_of(
    story: Story,
    person: Person,
    snapshots: list[dict[str, Any]],
    build: Build,
    walks: dict[int, Walk],
) -> dict[str, Any]:
    """One players[] entry; its totals are those of its last snapshot."""
    rng = stream(story.match_id, story.seed, f"player {person.slot}")
    last = snapshots[-1]
    return {
        "account_id": person.account_id,
        "player_slot": person.slot,
        "death_details": [
            _death(rng, story, death, walks)
            for death in story.deaths
            if death.victim == person.slot
        ],
        "items": [_item(line) for line in build.purchases],
        "stats": snapshots,
        "team": person.team,
        **{name: last[name] for name in ("kills", "deaths", "assists", "net_worth", "denies")},
        "hero_id": person.hero.id,
        "last_hits": last["creep_kills"] + last["neutral_kills"],
        "ability_points": last["ability_points"],
        "party": None,
        "assigned_lane": person.lane.assigned,
        "level": last["level"],
        "pings": _pings(rng, story.duration_s),
        "ability_stats": stacks_of(
            stream(story.match_id, story.seed, f"stacks {person.slot}"), build
        ),
        "stats_type_stat": _final_stats(rng, last),
        "book_rewards": [],
        "abandon_match_time_s": _left(story, person),
        "hero_data": {"hero_xp": int(rng.integers(0, 9000)), "hero_equips": None},
        "rewards_eligible": True,
        "player_tracked_stats": [],
        "accolades": _accolades(rng, last),
        "mvp_rank": None,
        "earned_holiday_award_2025": None,
        "power_up_buffs": buffs_of(rng, story.duration_s),
        **_outcome(rng, story, person),
    }


def _death(
    rng: np.random.Generator, story: Story, death: Death, walks: dict[int, Walk]
) -> dict[str, Any]:
    victim, killer = walks[death.victim], walks.get(death.killer)
    x, y = float(victim.x[death.second]), float(victim.y[death.second])
    from_x, from_y = (
        (float(killer.x[death.second]), float(killer.y[death.second])) if killer else (x, y)
    )
    told = {
        "game_time_s": death.second,
        "time_to_kill_s": round(float(rng.gamma(2.2, 3.6)), 6),
        "killer_player_slot": death.killer,
        "death_pos": _place(rng, x, y),
        "killer_pos": _place(rng, from_x, from_y),
        "death_duration_s": death.duration_s,
    }
    if story.old:
        del told["time_to_kill_s"]
    return told


def _place(rng: np.random.Generator, x: float, y: float) -> dict[str, float]:
    height = (128.0, 256.0, 382.5)[rng.integers(3)]
    return {"x": round(x * 32) / 32, "y": round(y * 32) / 32, "z": height}


def _item(line: Purchase) -> dict[str, int]:
    return {
        "game_time_s": line.second,
        "item_id": line.item_id,
        "upgrade_id": line.upgrade_id,
        "sold_time_s": line.sold_s,
        "flags": line.flags,
        "imbued_ability_id": line.imbued_id,
    }


def _pings(rng: np.random.Generator, duration_s: int) -> list[dict[str, int]]:
    moments = np.sort(rng.integers(20, duration_s, int(rng.integers(0, 18))))
    return [
        {
            "ping_type": int(rng.integers(1, 9)),
            "ping_data": int(rng.integers(1, 13)),
            "game_time_s": int(moment),
        }
        for moment in moments
    ]


def _final_stats(rng: np.random.Generator, last: dict[str, Any]) -> list[float]:
    values = np.round(rng.uniform(0, 60, _STATS), 4)
    values[2], values[3] = last["max_health"], last["tech_power"]
    return [float(value) for value in values]


def _left(story: Story, person: Person) -> int | None:
    if story.abandoned and story.abandoned[0] == person.slot:
        return story.abandoned[1]
    return None


def _accolades(rng: np.random.Generator, last: dict[str, Any]) -> list[dict[str, int]]:
    known = {"healing": "player_healing", "trooper_last_hits": "creep_kills",
             "neutral_last_hits": "neutral_kills", "headshots": "hero_bullets_hit_crit",
             "gun_kills": "bullet_kills"}  # fmt: skip
    told = []
    for accolade in accolades():
        value = last.get(known.get(accolade.tracked_stat_name, accolade.tracked_stat_name))
        if isinstance(value, int) and value > 0:
            told.append(
                {
                    "accolade_id": accolade.id,
                    "accolade_stat_value": value,
                    "accolade_threshold_achieved": int(rng.integers(-1, 3)),
                }
            )
    return told


def _outcome(rng: np.random.Generator, story: Story, person: Person) -> dict[str, Any]:
    won = person.team == story.winner
    change = int(rng.integers(60, 240)) * (1 if won else -1)
    progress = int(rng.integers(300, 20000))
    return {
        "player_match_outcome": 1 if won else 2,
        "player_rank_data": {
            "initial_display_rank": badges_of(story)[person.team],
            "initial_flat_progress": progress,
            "final_flat_progress": progress + change,
            "desired_progress_change": change,
            "initial_calibration_games": 0,
            "initial_demotion_protection_games": 0,
            "consumed_demotion_protection": False,
            "initial_win_streak": int(rng.integers(0, 4)),
        },
    }
