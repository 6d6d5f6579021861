"""Steam's own shapes: a match object, and a line of a history."""

from typing import Any

from webapp.simulator.dota2.cast import cast_match
from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.league import FIRST_TEAM, game_of
from webapp.simulator.dota2.story import started_at
from webapp.simulator.dota2.wire.basics import (
    abilities_of,
    lobby_of,
    match_basics,
    player_basics,
    sequence_of,
)
from webapp.simulator.dota2.wire.draft import picks_bans

HIDDEN_ACCOUNT = 4_294_967_295
BEST_OF_THREE = 1


def tell_steam(game: Game) -> dict[str, Any]:
    """Give the match as GetMatchHistoryBySequenceNum lists it."""
    story = game.story
    players = []
    for person in story.people:
        rng = stream(story.match_id, f"points {person.slot}")
        clock, upgrades = 200, []
        for spell, level in abilities_of(game, person):
            clock += rng.randint(20, 120)
            upgrades.append({"ability": spell.id, "time": clock, "level": level})
        basics = player_basics(game, person)
        account = HIDDEN_ACCOUNT if person.account_id is None else person.account_id
        scaled = {
            f"scaled_{name}": int(basics[name] * 0.6)
            for name in ("hero_damage", "tower_damage", "hero_healing")
        }
        more = {"ability_upgrades": upgrades}
        players.append({"account_id": account, **basics, **scaled, **more})
    drafted = picks_bans(game)
    return {
        "players": players,
        **match_basics(game),
        **({"picks_bans": drafted} if drafted else {}),
    }


def tell_listed(match_id: int) -> dict[str, Any]:
    """Give the match as GetMatchHistory lists it: who played what, and no result."""
    played = game_of(match_id)
    series = {"series_id": played.series_id, "series_type": BEST_OF_THREE} if played else {}
    return {
        **series,
        "match_id": match_id,
        "match_seq_num": sequence_of(match_id),
        "start_time": started_at(match_id),
        "lobby_type": lobby_of(match_id),
        "radiant_team_id": FIRST_TEAM + played.home if played else 0,
        "dire_team_id": FIRST_TEAM + played.away if played else 0,
        "players": [
            {
                "account_id": HIDDEN_ACCOUNT if one.account_id is None else one.account_id,
                "player_slot": one.wire_slot,
                "team_number": one.side,
                "team_slot": one.slot % 5,
                "hero_id": one.hero.id,
            }
            for one in cast_match(match_id)
        ],
    }
