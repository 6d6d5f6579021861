"""The games that are on: one in ten is in one, until it is ordered to end.

POST /riot/_live with {"riot_id": "Amber Heron#EUW", "on": false} ends somebody's; true begins it.
"""

import json
import threading
import time
from typing import Any

from webapp.simulator.replies import Reply, error_reply, json_reply
from webapp.simulator.riot.facts import champions
from webapp.simulator.riot.people import Person, person_by_riot_id, puuid_of
from webapp.simulator.riot.scenarios import cast_of, games_of

PATH = "/_live"
ONE_IN = 10
NUMBER = 7_900_000_000
LENGTH_S = 700
_began_ms = int(time.time() - LENGTH_S) * 1000
_ordered: dict[str, bool] = {}
_lock = threading.Lock()


def set_live(body: bytes) -> Reply:
    """Begin or end somebody's game."""
    order = json.loads(body)
    name, _, tag = str(order["riot_id"]).rpartition("#")
    person = person_by_riot_id(name, tag)
    if person is None:
        return error_reply(404, "Nobody is called that.")
    with _lock:
        _ordered[person.riot_id] = bool(order["on"])
    return json_reply({"done": True}, max_age_s=0)


def live_body(person: Person, key: str) -> dict[str, Any] | None:
    """Give the game somebody is in, of ten people they have played with; None for none."""
    if not _ordered.get(person.riot_id, person.number % ONE_IN == ONE_IN - 1):
        return None
    game = next((one for one in games_of(person) if one.kind == "rift"), None)
    if game is None:
        return None
    return {
        "gameId": NUMBER + person.number,
        "mapId": 11,
        "gameMode": "CLASSIC",
        "gameType": "MATCHED",
        "gameQueueConfigId": 420,
        "participants": [_playing(one, key, place) for place, one in enumerate(cast_of(game))],
        "observers": {"encryptionKey": "none"},
        "platformId": person.platform,
        "bannedChampions": [
            {"championId": champion, "teamId": 100 + 100 * (turn % 2), "pickTurn": turn}
            for turn, champion in enumerate(sorted(champions())[:6], 1)
        ],
        "gameStartTime": _began_ms,
        "gameLength": LENGTH_S,
    }


def _playing(person: Person, key: str, place: int) -> dict[str, Any]:
    return {
        "puuid": puuid_of(person, key),
        "teamId": 100 if place < 5 else 200,  # noqa: PLR2004 - five a side
        "spell1Id": 4,
        "spell2Id": 14,
        "championId": person.favourites[0],
        "profileIconId": 1 + person.number % 28,
        "riotId": person.riot_id,
        "bot": False,
        "gameCustomizationObjects": [],
        "perks": {"perkIds": [8005, 9111, 9104, 8014], "perkStyle": 8000, "perkSubStyle": 8400},
    }
