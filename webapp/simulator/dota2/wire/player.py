"""One player of OpenDota's body: final figures, who it is, and what a replay adds."""

from typing import Any

from webapp.simulator.dota2.cast import BOT, MID, Person
from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.facts import PATCH
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.wire.basics import CLUSTER, REGION, abilities_of, player_basics
from webapp.simulator.dota2.wire.curves import curves_of
from webapp.simulator.dota2.wire.logs import logs_of
from webapp.simulator.dota2.wire.movement import lane_pos, runes
from webapp.simulator.dota2.wire.sums import sums_of
from webapp.simulator.dota2.wire.wards import ward_logs

LANE_PAR = 40 * 60 + 45 * 20 + 74 * 2 + 600 * 1.5 + 600
"""What laning is measured against: svc/util/laneMappings and compute of OpenDota's core."""
LANING_MINUTES = 10


def tell_player(game: Game, person: Person, *, parsed: bool) -> dict[str, Any]:
    """Give one entry of players[]."""
    basics = player_basics(game, person)
    told = {
        "account_id": person.account_id,
        **basics,
        "ability_upgrades_arr": [spell.id for spell, _ in abilities_of(game, person)],
        **_who(game, person),
        **_derived(game, person, basics),
    }
    return {**told, **_replay(game, person, basics)} if parsed else told


def _who(game: Game, person: Person) -> dict[str, Any]:
    rng = stream(game.story.match_id, f"who {person.slot}")
    known = person.account_id is not None
    return {
        "personaname": person.name,
        "name": None,
        "last_login": None,
        "rank_tier": rng.randint(3, 7) * 10 + rng.randint(1, 5) if known else None,
        "is_subscriber": False,
        "is_contributor": False,
        "party_id": person.slot,
        "party_size": 1,
    }


def _derived(game: Game, person: Person, basics: dict[str, Any]) -> dict[str, Any]:
    story, book = game.story, game.books[person.slot]
    won = story.winner == person.side
    minutes = story.duration_s / 60
    kda = (basics["kills"] + basics["assists"]) / (basics["deaths"] + 1)
    return {
        "radiant_win": story.winner == 0,
        "start_time": story.started_at,
        "duration": story.duration_s,
        "cluster": CLUSTER,
        "patch": PATCH,
        "region": REGION,
        "isRadiant": person.side == 0,
        "win": int(won),
        "lose": int(not won),
        "total_gold": int(basics["gold_per_min"] * minutes),
        "total_xp": int(basics["xp_per_min"] * minutes),
        "kills_per_min": basics["kills"] / minutes,
        "kda": round(kda, 2),
        "abandons": 0,
        "benchmarks": _benchmarks(game, person, basics, book.duration_s / 60),
    }


def _benchmarks(
    game: Game, person: Person, basics: dict[str, Any], minutes: float
) -> dict[str, dict[str, float]]:
    rng = stream(game.story.match_id, f"pct {person.slot}")
    raw = {
        "gold_per_min": basics["gold_per_min"],
        "xp_per_min": basics["xp_per_min"],
        "kills_per_min": basics["kills"] / minutes,
        "last_hits_per_min": basics["last_hits"] / minutes,
        "hero_damage_per_min": basics["hero_damage"] / minutes,
        "hero_healing_per_min": basics["hero_healing"] / minutes,
        "tower_damage": basics["tower_damage"],
    }
    return {name: {"raw": value, "pct": round(rng.random(), 4)} for name, value in raw.items()}


def _replay(game: Game, person: Person, basics: dict[str, Any]) -> dict[str, Any]:
    curves = curves_of(game.books[person.slot])
    team = max(1, game.score(person.side))
    part = (basics["kills"] + basics["assists"]) / team
    return {
        **curves,
        **logs_of(game, person),
        **ward_logs(game, person),
        **runes(game, person),
        **sums_of(game, person),
        "lane_pos": lane_pos(game, person),
        "teamfight_participation": round(min(part, 1.0), 6),
        **_lane(game, person, curves["gold_t"]),
    }


def _lane(game: Game, person: Person, gold: list[int]) -> dict[str, Any]:
    safe = BOT if person.side == 0 else 3
    role = 2 if person.lane == MID else (1 if person.lane == safe else 3)
    efficiency = gold[LANING_MINUTES] / LANE_PAR if len(gold) > LANING_MINUTES else None
    del game
    return {
        "lane": person.lane,
        "lane_role": role,
        "is_roaming": False,
        "lane_efficiency": efficiency,
        "lane_efficiency_pct": None if efficiency is None else int(efficiency * 100),
    }
