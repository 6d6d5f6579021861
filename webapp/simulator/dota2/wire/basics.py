"""What the game itself says of a match and its players, replay or not."""

from typing import Any

from webapp.simulator.dota2.cast import Person
from webapp.simulator.dota2.chance import happens, stream
from webapp.simulator.dota2.facts import Spell, items, level_at
from webapp.simulator.dota2.fights import Death
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.league import (
    FIRST_TEAM,
    LEAGUE_ID,
    TEAM_NAMES,
    game_of,
    is_league_match,
)
from webapp.simulator.dota2.wire.skills import learned

CAPTAINS_MODE, RANKED_ALL_PICK, ALL_PICK = 2, 22, 1
LOBBY_NORMAL, LOBBY_PRACTICE, LOBBY_RANKED = 0, 1, 7
CLUSTER, REGION = 131, 3


def match_basics(game: Game) -> dict[str, Any]:
    """Give the match's own fields, those of Steam and OpenDota alike."""
    story = game.story
    league = is_league_match(story.match_id)
    return {
        "match_id": story.match_id,
        "match_seq_num": sequence_of(story.match_id),
        "radiant_win": story.winner == 0,
        "duration": story.duration_s,
        "pre_game_duration": 90,
        "start_time": story.started_at,
        "tower_status_radiant": _standing(game, 0, 11, barracks=False),
        "tower_status_dire": _standing(game, 1, 11, barracks=False),
        "barracks_status_radiant": _standing(game, 0, 6, barracks=True),
        "barracks_status_dire": _standing(game, 1, 6, barracks=True),
        "cluster": CLUSTER,
        "first_blood_time": next((d.at_s for d in story.deaths if d.killer is not None), 0),
        "lobby_type": lobby_of(story.match_id),
        "human_players": 10,
        "leagueid": LEAGUE_ID if league else 0,
        "game_mode": CAPTAINS_MODE if league else RANKED_ALL_PICK,
        "flags": 1,
        "engine": 1,
        "radiant_score": game.score(0),
        "dire_score": game.score(1),
        **(_teams(game) if league else {}),
    }


def player_basics(game: Game, person: Person) -> dict[str, Any]:
    """Give a player's final figures."""
    book, bag = game.books[person.slot], game.bags[person.slot]
    minutes = game.story.duration_s / 60
    hits = [one for one in game.combat.blows if one.by == person.slot]
    heals = [one for one in game.combat.heals if one[1] == person.slot]
    return {
        "player_slot": person.wire_slot,
        "team_number": person.side,
        "team_slot": person.slot % 5,
        "hero_id": person.hero.id,
        "hero_variant": 1,
        **carried(game, person),
        "kills": game.kills_of(person.slot),
        "deaths": game.deaths_of(person.slot),
        "assists": game.assists_of(person.slot),
        "leaver_status": 0,
        "last_hits": book.last_hits_by(game.story.duration_s),
        "denies": len(book.denies),
        "gold_per_min": int(book.earned / minutes),
        "xp_per_min": int(book.xp / minutes),
        "level": level_at(book.xp),
        "net_worth": bag.worth,
        "aghanims_scepter": 0,
        "aghanims_shard": 0,
        "moonshard": 0,
        "hero_damage": sum(one.damage for one in hits),
        "tower_damage": tower_damage(game, person),
        "hero_healing": sum(one[3] for one in heals),
        "gold": bag.left,
        "gold_spent": bag.spent,
    }


def carried(game: Game, person: Person) -> dict[str, int]:
    """Give the six items, three in the backpack and the found one, by their ids."""
    ids = [items()[name].id for name in game.bags[person.slot].carried]
    ids += [0] * (9 - len(ids))
    found = found_items(game, person)
    return {
        **{f"item_{place}": ids[place] for place in range(6)},
        **{f"backpack_{place}": ids[6 + place] for place in range(3)},
        "item_neutral": items()[found[-1][1]].id if found else 0,
        "item_neutral2": 0,
    }


def found_items(game: Game, person: Person) -> list[tuple[int, str]]:
    """Give the neutral items a player used, and from when."""
    rng = stream(game.story.match_id, f"found {person.slot}")
    names = sorted(name for name, item in items().items() if item.kind.startswith("neutral"))
    told = []
    for minute in (7, 17, 27, 37):
        at_s = minute * 60 + rng.randint(10, 200)
        if at_s < game.story.duration_s and happens(rng, 0.85):
            told.append((at_s, rng.choice(names)))
    return told


def tower_damage(game: Game, person: Person) -> int:
    """Give damage to buildings: those a player brought down, and a share of the others'."""
    own = sum(1 for fall in game.story.fallen if fall.by == person.slot)
    team = sum(1 for fall in game.story.fallen if fall.side != person.side)
    return own * 1100 + team * (6 - person.position) * 23


def abilities_of(game: Game, person: Person) -> list[tuple[Spell, int]]:
    """Give each point spent and the level it was spent at."""
    return learned(person.hero, level_at(game.books[person.slot].xp))


def sequence_of(match_id: int) -> int:
    """Give the number of the match in the order matches were stored."""
    return match_id - match_id // 9


def match_of_sequence(sequence: int) -> int:
    """Give the first match whose sequence number is this or a later one."""
    guess = sequence * 9 // 8 - 9
    while sequence_of(guess) < sequence:
        guess += 1
    return guess


def lobby_of(match_id: int) -> int:
    """Give the kind of lobby: a league's own, else ranked or not."""
    if is_league_match(match_id):
        return LOBBY_PRACTICE
    return LOBBY_RANKED if match_id % 3 else LOBBY_NORMAL


def first_blood(game: Game) -> Death | None:
    """Give the first kill by a hero."""
    return next((one for one in game.story.deaths if one.killer is not None), None)


def _standing(game: Game, side: int, bits: int, *, barracks: bool) -> int:
    word = (1 << bits) - 1
    for fall in game.story.fallen:
        if fall.side == side and fall.barracks == barracks and fall.bit >= 0:
            word &= ~(1 << fall.bit)
    return word


def _teams(game: Game) -> dict[str, Any]:
    played = game_of(game.story.match_id)
    if played is None:
        return {}
    told: dict[str, Any] = {}
    for word, team, captain in (("radiant", played.home, 0), ("dire", played.away, 5)):
        told |= {
            f"{word}_team_id": FIRST_TEAM + team,
            f"{word}_name": TEAM_NAMES[team],
            f"{word}_logo": 18_446_000_000_000_000_000 + team,
            f"{word}_team_complete": 1,
            f"{word}_captain": game.story.people[captain].account_id,
        }
    return told
