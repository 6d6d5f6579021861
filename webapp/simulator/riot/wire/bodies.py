"""The match body and the timeline body of one game."""

from functools import lru_cache
from typing import Any

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import champions
from webapp.simulator.riot.game import feats, play
from webapp.simulator.riot.game.state import BLUE, RED, Game
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.scenarios import Scenario, created_ms
from webapp.simulator.riot.wire.participants import participant
from webapp.simulator.riot.wire.tally import objectives

Body = dict[str, Any]
MODES = {"aram": ("ARAM", 12), "arena": ("CHERRY", 30)}
LOADING_MS = 76_000
FEATS = {0: "FIRST_BLOOD", 1: "FIRST_TURRET", 2: "EPIC_MONSTER_KILL"}
NOBODY = 0


@lru_cache(maxsize=64)
def match_body(scenario: Scenario, key: str = "") -> Body:
    """Give `GET /lol/match/v5/matches/{id}` as one key sees it."""
    game = play(scenario)
    mode, ground = MODES.get(scenario.kind, ("CLASSIC", 11))
    created = created_ms(scenario)
    begun = created + LOADING_MS
    info = {
        "endOfGameResult": "GameComplete",
        "gameCreation": created,
        "gameDuration": game.end_ms // 1000,
        "gameEndTimestamp": begun + game.end_ms,
        "gameId": scenario.number,
        "gameMode": mode,
        "gameName": f"teambuilder-match-{scenario.number}",
        "gameStartTimestamp": begun,
        "gameType": "MATCHED_GAME",
        "gameVersion": scenario.version,
        "mapId": ground,
        "participants": [participant(game, one, key) for one in game.fighters],
        "platformId": scenario.platform,
        "queueId": scenario.queue,
        "teams": [_team(game, number) for number in _sides(scenario)],
        "tournamentCode": "",
    }
    return {"metadata": _metadata(game, key), "info": info}


@lru_cache(maxsize=16)
def timeline_body(scenario: Scenario, key: str = "") -> Body:
    """Give `GET /lol/match/v5/matches/{id}/timeline` as one key sees it."""
    game = play(scenario)
    people = [
        {"participantId": one.slot, "puuid": puuid_of(one.person, key)} for one in game.fighters
    ]
    begun = created_ms(scenario) + LOADING_MS
    info = {
        "endOfGameResult": "GameComplete",
        "frameInterval": 60_000,
        "frames": [_dated(frame, begun) for frame in game.frames],
        "gameId": scenario.number,
        "participants": people,
    }
    return {"metadata": _metadata(game, key), "info": info}


def _dated(frame: Body, begun: int) -> Body:
    events = [
        {**event, "realTimestamp": begun + event["timestamp"]}
        if "realTimestamp" in event
        else event
        for event in frame["events"]
    ]
    return {**frame, "events": events}


def _metadata(game: Game, key: str) -> Body:
    return {
        "dataVersion": "2",
        "matchId": game.scenario.match_id,
        "participants": [puuid_of(one.person, key) for one in game.fighters],
    }


def _sides(scenario: Scenario) -> tuple[int, int]:
    return (BLUE, NOBODY) if scenario.kind == "arena" else (BLUE, RED)


def _team(game: Game, number: int) -> Body:
    said: Body = {"bans": _bans(game, number)}
    if game.scenario.early_season:
        states = feats.states_of(game, number)
        said["feats"] = {name: {"featState": states[feat]} for feat, name in FEATS.items()}
    return {
        **said,
        "objectives": objectives(game, number),
        "teamId": number,
        "win": game.winner == number,
    }


def _bans(game: Game, number: int) -> list[Body]:
    """Give what a side banned in ranked games: never what is played; one side may skip a turn."""
    if game.scenario.queue not in {420, 440} or number == NOBODY:
        return []
    rng = stream(game.scenario.match_id, f"bans {number}")
    played = {one.champion.id for one in game.fighters}
    free = sorted(set(champions()) - played)
    picked = [-1 if rng.random() < 0.05 else one for one in rng.sample(free, 5)]  # noqa: PLR2004
    first = 1 if number == BLUE else 6
    return [{"championId": one, "pickTurn": first + turn} for turn, one in enumerate(picked)]
