"""The challenges of one participant: those that follow from the game, worked out from it."""

from typing import Any

from webapp.simulator.riot.game.state import Fighter, Game, other
from webapp.simulator.riot.wire.tally import Tally

TEN_MINUTES = 10


def challenges_of(game: Game, one: Fighter, counted: Tally) -> dict[str, Any]:
    """Write the challenges; every share and rate agrees with the other fields."""
    minutes = game.end_ms / 60_000
    team = game.team(one.team)
    kills = [e for e in game.counted("CHAMPION_KILL") if e["killerId"]]
    ours = sum(game.fighters[e["killerId"] - 1].team == one.team for e in kills)
    damage = sum(mate.to_champions.total for mate in team)
    taken = sum(mate.taken.total for mate in team)
    takedowns = counted.kills + counted.assists
    return {
        "bountyGold": counted.bounty,
        "controlWardsPlaced": counted.stones_placed,
        "damagePerMinute": one.to_champions.total / minutes,
        "damageTakenOnTeamPercentage": one.taken.total / taken if taken else 0,
        "gameLength": game.end_ms / 1000,
        "goldPerMinute": one.gold / minutes,
        "kda": takedowns / max(counted.deaths, 1),
        "killParticipation": takedowns / ours if ours else 0,
        "soloKills": counted.solo_kills,
        "takedowns": takedowns,
        "takedownsFirstXMinutes": counted.early_takedowns,
        "teamDamagePercentage": one.to_champions.total / damage if damage else 0,
        "turretPlatesTaken": counted.plates,
        "turretTakedowns": counted.tower_takedowns,
        "visionScorePerMinute": counted.wards_placed / minutes,
        "wardTakedowns": counted.wards_killed,
        "wardsGuarded": 0,
        "skillshotsDodged": 10 + one.slot * 3,
        "skillshotsHit": 20 + one.slot * 4,
        **_early(game, one),
    }


def _early(game: Game, one: Fighter) -> dict[str, Any]:
    """Write what stood at ten minutes, from the frame there."""
    if len(game.frames) <= TEN_MINUTES:
        return {}
    said = game.frames[TEN_MINUTES]["participantFrames"]
    mine = said[str(one.slot)]
    rival = next((foe for foe in game.team(other(one.team)) if foe.role == one.role), None)
    leads = _leads(game, one, rival) if rival else []
    return {
        "laneMinionsFirst10Minutes": mine["minionsKilled"],
        "jungleCsBefore10Minutes": mine["jungleMinionsKilled"],
        "maxCsAdvantageOnLaneOpponent": max([0, *(cs for cs, _ in leads)]),
        "maxLevelLeadLaneOpponent": max([0, *(level for _, level in leads)]),
    }


def _leads(game: Game, one: Fighter, rival: Fighter) -> list[tuple[int, int]]:
    found = []
    for frame in game.frames:
        mine, theirs = (frame["participantFrames"][str(who.slot)] for who in (one, rival))
        cs = [who["minionsKilled"] + who["jungleMinionsKilled"] for who in (mine, theirs)]
        found.append((cs[0] - cs[1], mine["level"] - theirs["level"]))
    return found
