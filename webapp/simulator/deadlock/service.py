"""deadlock-api as routes: a path and a query in, a reply out. No limits and no faults here."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from webapp.simulator import art
from webapp.simulator.deadlock import analytics, assets, people, players, published
from webapp.simulator.deadlock.bodies import Bodies
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.players import MOST_IN_BULK, Query, listed, number_in
from webapp.simulator.deadlock.states import HAS_METADATA, Asked
from webapp.simulator.replies import Reply, data_reply, error_reply, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_S = 86_400
_KINDS = (
    ("/v1/matches/metadata", "bulk"),
    ("/v1/players/", "players"),
    ("/v1/assets/", "assets"),
    ("/v1/analytics/", "analytics"),
    ("/v1/matches/", "metadata"),
)


class DeadlockService:
    """Everything the stand-in can answer below /deadlock."""

    def __init__(self, real_data: Path | None) -> None:
        """Real bodies, where there are any, are served before generated ones."""
        self._bodies, self._asked = Bodies(real_data), Asked()
        self._routes: list[tuple[re.Pattern[str], Callable[..., Reply]]] = [
            (re.compile(rf"{pattern}/?"), answer)
            for pattern, answer in (
                (r"/v1/matches/metadata", self._bulk),
                (r"/v1/matches/([^/]+)/metadata", self._metadata),
                (r"/v1/matches/([^/]+)/metadata/raw", self._raw),
                (r"/v1/matches/([^/]+)/salts", self._salts),
                (r"/1422450/(\d+)_\d+\.meta\.bz2", self._raw),
                (r"/1422450/(\d+)_\d+\.dem\.bz2", self._demo),
                (r"/v1/players/steam", players.tell_profiles),
                (r"/v1/players/steam-search", players.tell_search),
                (r"/v1/players/([^/]+)/match-history", players.tell_history),
                (r"/v1/players/([^/]+)/rank", players.tell_rank),
                (r"/v1/assets/([a-z]+)", _assets),
                (r"/v1/builds", published.tell_builds),
                (r"/v1/analytics/hero-stats", analytics.tell_hero_stats),
                (r"/v1/analytics/player-stats/metrics", analytics.tell_metrics),
                (r"/art/([a-z]+)/([\w-]+)\.([a-z]+)", _art),
            )
        ]

    def kind_of(self, path: str) -> str:
        """Which bucket a call takes from."""
        if path.endswith("/salts"):
            return "salts"
        return next((kind for start, kind in _KINDS if path.startswith(start)), "files")

    def answer(self, path: str, query: str, base_url: str) -> Reply:
        """Give the reply to one GET."""
        for pattern, answer in self._routes:
            found = pattern.fullmatch(path)
            if found:
                return answer(*found.groups(), query=parse_qs(query), base_url=base_url)
        return error_reply(404, "Not found")

    def _metadata(self, text: str, *, query: Query, base_url: str) -> Reply:
        del query, base_url
        match_id = number_in(text)
        refused = self._refused(match_id)
        return refused or data_reply(self._bodies.metadata(match_id), "application/json")

    def _raw(self, text: str, *, query: Query, base_url: str) -> Reply:
        del query, base_url
        match_id = number_in(text)
        refused = self._refused(match_id)
        return refused or data_reply(self._bodies.raw(match_id), "application/octet-stream")

    def _salts(self, text: str, *, query: Query, base_url: str) -> Reply:
        del query
        match_id = number_in(text)
        if match_id % 1000 == HAS_METADATA:
            sentence = "Match salts for this match won't be fetched, as it has metadata already"
            return error_reply(400, sentence)
        return self._refused(match_id) or json_reply(_salts(match_id, base_url), max_age_s=_DAY_S)

    def _demo(self, text: str, *, query: Query, base_url: str) -> Reply:
        del query, base_url
        body = self._bodies.demo(number_in(text))
        return data_reply(body, "application/x-bzip2") if body else error_reply(404, "Not found")

    def _bulk(self, *, query: Query, base_url: str) -> Reply:
        del base_url
        ids = [number_in(text) for text in listed(query, "match_ids")[:MOST_IN_BULK]]
        if not ids or -1 in ids:
            return error_reply(400, "Provided parameters are invalid")
        known = [number for number in ids if not self._refused(number)]
        return json_reply([_summary(number) for number in known], max_age_s=60)

    def _refused(self, match_id: int) -> Reply | None:
        if match_id < 0:
            return error_reply(400, "Provided parameters are invalid")
        return None if self._bodies.has_real(match_id) else self._asked.refusal(match_id)


def _summary(match_id: int) -> dict[str, object]:
    entries = people.match_entries(match_id)
    first = entries[0]
    return {
        "match_id": match_id,
        "start_time": first["start_time"],
        "duration_s": first["match_duration_s"],
        "winning_team": first["match_result"],
        "game_mode": first["game_mode"],
        "match_mode": first["match_mode"],
        "players": [
            {
                "account_id": entry["account_id"],
                "hero_id": entry["hero_id"],
                "team": entry["player_team"],
                "kills": entry["player_kills"],
                "deaths": entry["player_deaths"],
                "assists": entry["player_assists"],
                "net_worth": entry["net_worth"],
            }
            for entry in entries
        ],
    }


def _salts(match_id: int, base_url: str) -> dict[str, object]:
    rng = stream(match_id, None, "salts")
    metadata_salt, replay_salt = (int(salt) for salt in rng.integers(1, 2**31, 2))
    return {
        "match_id": match_id,
        "cluster_id": int(rng.integers(100, 450)),
        "metadata_salt": metadata_salt,
        "replay_salt": replay_salt,
        "metadata_url": f"{base_url}/1422450/{match_id}_{metadata_salt}.meta.bz2",
        "demo_url": f"{base_url}/1422450/{match_id}_{replay_salt}.dem.bz2",
    }


def _assets(kind: str, *, query: Query, base_url: str) -> Reply:
    del query
    made: dict[str, Callable[[], object]] = {
        "heroes": lambda: assets.hero_assets(base_url),
        "items": lambda: assets.item_assets(base_url),
        "map": lambda: assets.map_assets(base_url),
        "ranks": lambda: assets.rank_assets(base_url),
        "accolades": assets.accolade_assets,
    }
    if kind not in made:
        return error_reply(404, "Not found")
    return json_reply(made[kind](), max_age_s=_DAY_S)


def _art(kind: str, name: str, form: str, *, query: Query, base_url: str) -> Reply:
    del query, base_url
    if form not in art.CONTENT_TYPES:
        return error_reply(404, "Not found")
    return data_reply(art.draw(kind, name, form), art.CONTENT_TYPES[form])
