"""OpenDota's body of a match, with or without what a replay adds."""

from typing import Any

from webapp.simulator.dota2.facts import PATCH
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.league import LEAGUE_ID, LEAGUE_NAME, game_of
from webapp.simulator.dota2.wire.basics import CLUSTER, REGION, match_basics
from webapp.simulator.dota2.wire.curves import advantage
from webapp.simulator.dota2.wire.draft import draft_timings, picks_bans
from webapp.simulator.dota2.wire.events import chat, objectives
from webapp.simulator.dota2.wire.player import tell_player
from webapp.simulator.dota2.wire.teamfights import teamfights

VERSION = 22
SALT = 1_234_567


def tell_match(game: Game, *, parsed: bool) -> dict[str, Any]:
    """Give /api/matches/{id}: ten players, and the replay's share when it was read."""
    story = game.story
    return {
        "players": [tell_player(game, person, parsed=parsed) for person in story.people],
        **match_basics(game),
        "picks_bans": picks_bans(game),
        "version": VERSION if parsed else None,
        "od_data": {
            "has_api": True,
            "has_gcdata": parsed,
            "has_parsed": parsed,
            "has_archive": False,
        },
        "metadata": None,
        "patch": PATCH,
        "region": REGION,
        **_series(game),
        **(_replay(game) if parsed else {}),
    }


def _series(game: Game) -> dict[str, Any]:
    played = game_of(game.story.match_id)
    if played is None:
        return {"series_id": 0, "series_type": 0}
    league = {"leagueid": LEAGUE_ID, "ticket": None, "banner": None, "tier": "amateur",
              "name": LEAGUE_NAME}  # fmt: skip
    return {"series_id": played.series_id, "series_type": 1, "league": league}


def _replay(game: Game) -> dict[str, Any]:
    story = game.story
    gold = advantage(game, "gold")
    url = f"http://replay{CLUSTER}.valve.net/570/{story.match_id}_{SALT}.dem.bz2"
    return {
        "draft_timings": draft_timings(game),
        "teamfights": teamfights(game),
        "objectives": objectives(game),
        "chat": chat(game),
        "pauses": [{"time": at_s, "duration": length} for at_s, length in story.pauses],
        "radiant_gold_adv": gold,
        "radiant_xp_adv": advantage(game, "xp"),
        "cosmetics": {},
        "replay_salt": SALT,
        "replay_url": url,
        **_extremes(gold, radiant_win=story.winner == 0),
    }


def _extremes(gold: list[int], *, radiant_win: bool) -> dict[str, int]:
    ahead = gold if radiant_win else [-one for one in gold]
    behind, most = max(0, -min(ahead)), max(0, *ahead)
    if radiant_win:
        return {"throw": behind, "loss": most}
    return {"comeback": behind, "stomp": most}
