"""One participant of the match body."""

from typing import Any

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import Spell, spells
from webapp.simulator.riot.game.state import Damage, Fighter, Game
from webapp.simulator.riot.people import puuid_of
from webapp.simulator.riot.wire.challenges import challenges_of
from webapp.simulator.riot.wire.loadout import loadout, spells_of
from webapp.simulator.riot.wire.tally import Tally, tally

LANES = {"TOP": "TOP", "JUNGLE": "JUNGLE", "MIDDLE": "MIDDLE", "BOTTOM": "BOTTOM"}
WIRE_ROLES = {"TOP": "SOLO", "MIDDLE": "SOLO", "BOTTOM": "CARRY", "UTILITY": "SUPPORT"}
PINGS = (
    *("allIn", "assistMe", "basic", "command", "danger", "enemyMissing"),
    *("enemyVision", "getBack", "hold", "needVision", "onMyWay", "push"),
    *("retreat", "visionCleared"),
)
SCORES = 12


def participant(game: Game, one: Fighter, key: str) -> dict[str, Any]:
    """Write everything the match body says of one participant."""
    counted = tally(game, one)
    said = {
        **_who(one, key),
        **_place(game, one),
        **_fights(one, counted),
        **_income(game, one, counted),
        **_damage(one),
        **_vision(one, counted),
        **_ending(game, one),
        **loadout(game, one),
        **_noise(game, one),
        "challenges": challenges_of(game, one, counted),
    }
    return dict(sorted(said.items(), key=lambda pair: pair[0].lower()))


def _who(one: Fighter, key: str) -> dict[str, Any]:
    return {
        "participantId": one.slot,
        "puuid": puuid_of(one.person, key),
        "riotIdGameName": one.person.name,
        "riotIdTagline": one.person.tag,
        "summonerName": "",
        "summonerId": "",
        "summonerLevel": 30 + one.person.number * 7,
        "profileIcon": 1 + one.person.number % 28,
        "championId": one.champion.id,
        "championName": one.champion.wire_name,
        "championTransform": 0,
        "champExperience": one.xp,
        "champLevel": one.level,
        "eligibleForProgression": True,
    }


def _place(game: Game, one: Fighter) -> dict[str, Any]:
    rift = game.scenario.kind in {"rift", "remake"}
    return {
        "teamId": one.team,
        "teamPosition": one.role if rift else "",
        "individualPosition": one.role if rift else "Invalid",
        "lane": LANES.get(one.role, "BOTTOM") if rift else "NONE",
        "role": WIRE_ROLES.get(one.role, "NONE") if rift else "SUPPORT",
        "placement": one.placed,
        "subteamPlacement": one.placed,
        "playerSubteamId": one.subteam,
        **{f"playerAugment{n}": number for n, number in enumerate((*one.augments, 0, 0), 1)},
    }


def _fights(one: Fighter, counted: Tally) -> dict[str, Any]:
    return {
        "kills": counted.kills,
        "deaths": counted.deaths,
        "assists": counted.assists,
        **counted.multikills,
        "unrealKills": 0,
        "killingSprees": counted.sprees,
        "largestKillingSpree": counted.largest_spree if counted.largest_spree > 1 else 0,
        "largestMultiKill": counted.longest_run,
        "firstBloodKill": counted.first_blood,
        "firstBloodAssist": False,
        "longestTimeSpentLiving": one.longest_life // 1000 if counted.deaths else 0,
        "totalTimeSpentDead": one.dead_ms // 1000,
        "timeCCingOthers": one.controlled_ms // 1000,
        "totalTimeCCDealt": one.controlled_ms // 250,
    }


def _income(game: Game, one: Fighter, counted: Tally) -> dict[str, Any]:
    lost = [e for e in game.counted("BUILDING_KILL") if e["teamId"] == one.team]
    towers = sum(e["buildingType"] == "TOWER_BUILDING" for e in lost)
    return {
        "goldEarned": one.gold,
        "goldSpent": one.spent,
        "totalMinionsKilled": one.minions,
        "neutralMinionsKilled": one.camps,
        "totalAllyJungleMinionsKilled": one.camps - one.camps // 8,
        "totalEnemyJungleMinionsKilled": one.camps // 8,
        "turretKills": counted.towers,
        "turretTakedowns": counted.tower_takedowns,
        "turretsLost": towers,
        "inhibitorKills": counted.inhibitors,
        "inhibitorTakedowns": counted.inhibitors,
        "inhibitorsLost": len(lost) - towers,
        "dragonKills": counted.dragons,
        "baronKills": counted.barons,
        "objectivesStolen": 0,
        "objectivesStolenAssists": 0,
        "firstTowerKill": _first_tower(game) == one.slot,
        "firstTowerAssist": False,
        "itemsPurchased": counted.bought,
        "consumablesPurchased": counted.stones_bought + 1,
    }


def _first_tower(game: Game) -> int:
    fallen = [e for e in game.counted("BUILDING_KILL") if "towerType" in e]
    return int(min(fallen, key=lambda e: int(e["timestamp"]))["killerId"]) if fallen else 0


def _damage(one: Fighter) -> dict[str, Any]:
    said = {
        **_kinds(one.done, "DamageDealt"),
        **_kinds(one.to_champions, "DamageDealtToChampions"),
        **_kinds(one.taken, "DamageTaken"),
    }
    return {
        **said,
        "damageDealtToBuildings": one.to_buildings,
        "damageDealtToTurrets": one.to_buildings,
        "damageDealtToEpicMonsters": one.to_monsters,
        "damageDealtToObjectives": one.to_buildings + one.to_monsters,
        "damageSelfMitigated": one.taken.total * 3 // 4,
        "largestCriticalStrike": 0,
        "totalHeal": one.taken.total // 5,
        "totalHealsOnTeammates": one.level * 140 if one.role == "UTILITY" else 0,
        "totalDamageShieldedOnTeammates": one.level * 160 if one.role == "UTILITY" else 0,
        "totalUnitsHealed": 5 if one.role == "UTILITY" else 1,
    }


def _kinds(part: Damage, word: str) -> dict[str, int]:
    return {
        f"magic{word}": part.magic,
        f"physical{word}": part.physical,
        f"true{word}": part.true,
        f"total{word}": part.total,
    }


def _vision(one: Fighter, counted: Tally) -> dict[str, Any]:
    return {
        "wardsPlaced": counted.wards_placed,
        "wardsKilled": counted.wards_killed,
        "detectorWardsPlaced": counted.stones_placed,
        "visionWardsBoughtInGame": counted.stones_bought,
        "sightWardsBoughtInGame": 0,
        "visionScore": counted.wards_placed + 2 * counted.wards_killed + counted.stones_placed,
        "visionClearedPings": one.slot % 3,
    }


def _ending(game: Game, one: Fighter) -> dict[str, Any]:
    remake = game.scenario.kind == "remake"
    won = one.team == game.winner if not one.placed else one.placed <= len(game.fighters) // 4
    return {
        "win": won,
        "timePlayed": game.end_ms // 1000,
        "gameEndedInEarlySurrender": remake,
        "gameEndedInSurrender": False,
        "teamEarlySurrendered": remake and not won,
        "nexusKills": 0,
        "nexusLost": 0 if won or remake else 1,
        "nexusTakedowns": 0,
    }


def _noise(game: Game, one: Fighter) -> dict[str, Any]:
    """Write what says little: pings, casts, scores of other modes."""
    rng = stream(game.scenario.match_id, f"noise {one.slot}")
    known: dict[int, Spell] = spells()
    casts = {
        f"summoner{place}Casts": max(1, game.end_ms // 1000 // known[number].cooldown)
        for place, number in enumerate(spells_of(game, one), 1)
        if number in known
    }
    return {
        **{f"{name}Pings": rng.randrange(12) for name in PINGS if name != "visionCleared"},
        **{f"spell{slot}Casts": rng.randrange(20, 200) for slot in range(1, 5)},
        **casts,
        **{f"PlayerScore{number}": 0 for number in range(SCORES)},
        "missions": {f"playerScore{number}": 0 for number in range(SCORES)},
    }
