"""Accounts as Riot's servers tell them: name, level, ranks, mastery."""

import uuid
from typing import Any

from webapp.simulator.riot.chance import stream
from webapp.simulator.riot.facts import champions
from webapp.simulator.riot.icons import icon_of
from webapp.simulator.riot.people import APEX, DIVISIONS, TIERS, Person, puuid_of
from webapp.simulator.riot.scenarios import NEWEST_MS

QUEUES = ("RANKED_SOLO_5x5", "RANKED_FLEX_SR")
POOL = 9


def account_body(person: Person, key: str) -> dict[str, Any]:
    """Give an account by its Riot ID."""
    return {"puuid": puuid_of(person, key), "gameName": person.name, "tagLine": person.tag}


def summoner_body(person: Person, key: str) -> dict[str, Any]:
    """Give level and picture."""
    return {
        "puuid": puuid_of(person, key),
        "profileIconId": icon_of(person),
        "revisionDate": NEWEST_MS,
        "summonerLevel": 30 + person.number * 7,
    }


def league_bodies(person: Person, key: str) -> list[dict[str, Any]]:
    """Give the ranks: none for some, Flex for every other."""
    if person.number % 9 == 8:  # noqa: PLR2004 - one in nine plays no ranked game
        return []
    queues = QUEUES if person.number % 2 else QUEUES[:1]
    return [_entry(person, key, queue) for queue in reversed(queues)]


def _entry(person: Person, key: str, queue: str) -> dict[str, Any]:
    rng = stream(person.riot_id, queue)
    height = max(0.0, min(0.999, (person.skill + 1) / 2 + rng.uniform(-0.05, 0.05)))
    place = int(height * len(TIERS) * 4)
    tier = TIERS[place // 4]
    games = rng.randrange(40, 300)
    wins = int(games * (0.5 + person.skill * 0.05))
    return {
        "leagueId": str(uuid.UUID(int=rng.getrandbits(128))),
        "queueType": queue,
        "tier": tier,
        "rank": "I" if tier in APEX else DIVISIONS[place % 4],
        "puuid": puuid_of(person, key),
        "leaguePoints": rng.randrange(300) if tier in APEX else rng.randrange(100),
        "wins": wins,
        "losses": games - wins,
        "veteran": games > 200,  # noqa: PLR2004 - so they are called
        "inactive": False,
        "freshBlood": False,
        "hotStreak": person.number % 7 == 0,
    }


def mastery_bodies(person: Person, key: str) -> list[dict[str, Any]]:
    """Give what they have played most, most first."""
    rng = stream(person.riot_id, "mastery")
    others = [one for one in sorted(champions()) if one not in person.favourites]
    pool = [*person.favourites, *rng.sample(others, POOL - len(person.favourites))]
    points = sorted((rng.randrange(3_000, 400_000) for _ in pool), reverse=True)
    return [
        {
            "puuid": puuid_of(person, key),
            "championId": champion,
            "championLevel": 3 + have // 30_000,
            "championPoints": have,
            "lastPlayTime": NEWEST_MS - place * 86_400_000,
            "championPointsSinceLastLevel": have % 30_000,
            "championPointsUntilNextLevel": 30_000 - have % 30_000,
            "championSeasonMilestone": 1,
            "markRequiredForNextLevel": 2,
            "tokensEarned": 0,
            "nextSeasonMilestone": {"requireGradeCounts": {"A-": 1}, "bonus": False},
        }
        for place, (champion, have) in enumerate(zip(pool, points, strict=True))
    ]
