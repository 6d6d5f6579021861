"""Players as OpenDota tells them: profile, matches, heroes, peers, totals, counts."""

from collections import defaultdict
from functools import lru_cache
from typing import Any

from webapp.simulator.dota2.cast import FIRST_ACCOUNT, accounts_of, cast_match, name_of, plays
from webapp.simulator.dota2.game import Game, play
from webapp.simulator.dota2.league import games
from webapp.simulator.dota2.states import HISTORY_IDS, PRIVATE_ACCOUNT, state_of
from webapp.simulator.dota2.wire.basics import match_basics, player_basics
from webapp.simulator.dota2.wire.match import VERSION

STEAM_BASE = 76_561_197_960_265_728
Line = dict[str, Any]


def known(account_id: int) -> bool:
    """Say whether OpenDota has heard of the account."""
    return plays(account_id) or account_id == PRIVATE_ACCOUNT


def profile_of(account_id: int, base_url: str) -> dict[str, Any]:
    """Give a profile; its links stay here, as elsewhere the id may be somebody's."""
    private = account_id == PRIVATE_ACCOUNT
    name = "Shutter" if private else name_of(account_id)
    return {
        "profile": {
            "account_id": account_id,
            "personaname": name,
            "name": None,
            "plus": False,
            "steamid": str(account_id + STEAM_BASE),
            "avatarfull": f"{base_url}/art/{account_id}.png",
            "profileurl": f"{base_url}/people/{account_id}",
            "last_login": None,
            "fh_unavailable": private,
        },
        "rank_tier": None if private else 30 + account_id % 5 * 10 + account_id % 4 + 1,
        "leaderboard_rank": None,
    }


@lru_cache(maxsize=256)
def history_of(account_id: int) -> tuple[Line, ...]:
    """Give every match the account is seen in, newest first."""
    if not plays(account_id):
        return ()
    ids = [*HISTORY_IDS, *(game.match_id for game in games())]
    mine = [one for one in ids if state_of(one) == 200 and account_id in accounts_of(one)]  # noqa: PLR2004
    found = [_line(one, account_id) for one in sorted(mine, reverse=True)]
    return tuple(line for line in found if line is not None)


def recent(line: Line) -> Line:
    """Give a history's line as recentMatches has it."""
    return {key: value for key, value in line.items() if key != "denies"}


def plain(line: Line, asked: list[str]) -> Line:
    """Give a history's line as matches has it: fields that are named replace the usual ones."""
    always = ("match_id", "player_slot", "radiant_win")
    usual = ("hero_id", "start_time", "duration", "game_mode", "lobby_type", "version", "kills",
             "deaths", "assists", "average_rank", "leaver_status", "party_size",
             "hero_variant")  # fmt: skip
    return {key: line[key] for key in (*always, *(asked or usual)) if key in line}


def won(line: Line) -> bool:
    """Say whether the account won this match."""
    return bool(line["radiant_win"]) == (int(line["player_slot"]) < 128)  # noqa: PLR2004


def heroes_of(account_id: int) -> list[dict[str, Any]]:
    """Give games and wins with each hero, as one, beside it and against it."""
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in history_of(account_id):
        victory = int(won(line))
        _count(found[line["hero_id"]], "games", "win", victory)
        row = found[line["hero_id"]]
        row["last_played"] = max(row["last_played"], int(line["start_time"]))
        side = int(line["player_slot"]) >= 128  # noqa: PLR2004
        for person in cast_match(int(line["match_id"])):
            if person.account_id == account_id:
                continue
            word = "with" if bool(person.side) == side else "against"
            _count(found[person.hero.id], f"{word}_games", f"{word}_win", victory)
    keys = ("last_played", "games", "win", "with_games", "with_win", "against_games", "against_win")
    rows = [{"hero_id": hero, **{key: row[key] for key in keys}} for hero, row in found.items()]
    return sorted(rows, key=lambda row: (-row["games"], row["hero_id"]))


def peers_of(account_id: int) -> list[dict[str, Any]]:
    """Give whom the account played with and against."""
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for line in history_of(account_id):
        victory = int(won(line))
        side = int(line["player_slot"]) >= 128  # noqa: PLR2004
        for person in cast_match(int(line["match_id"])):
            if person.account_id in {None, account_id}:
                continue
            row = found[person.account_id or FIRST_ACCOUNT]
            word = "with" if bool(person.side) == side else "against"
            _count(row, "games", "win", victory)
            _count(row, f"{word}_games", f"{word}_win", victory)
            row["last_played"] = max(row["last_played"], int(line["start_time"]))
    keys = ("last_played", "win", "games", "with_win", "with_games", "against_win",
            "against_games")  # fmt: skip
    rows = [
        {"account_id": who, **{key: row[key] for key in keys}, "personaname": name_of(who)}
        for who, row in found.items()
    ]
    return sorted(rows, key=lambda row: (-int(row["games"]), int(row["account_id"])))


def _count(row: dict[str, int], games_key: str, win_key: str, victory: int) -> None:
    row[games_key] += 1
    row[win_key] += victory


def _line(match_id: int, account_id: int) -> Line | None:
    game = play(match_id)
    person = next((one for one in game.story.people if one.account_id == account_id), None)
    return None if person is None else _told(game, person.slot)


def _told(game: Game, slot: int) -> Line:
    person = game.story.people[slot]
    match, own = match_basics(game), player_basics(game, person)
    shared = ("match_id", "radiant_win", "duration", "game_mode", "lobby_type", "start_time",
              "cluster")  # fmt: skip
    mine = ("player_slot", "hero_id", "hero_variant", "kills", "deaths", "assists", "xp_per_min",
            "gold_per_min", "hero_damage", "tower_damage", "hero_healing", "last_hits", "denies",
            "leaver_status")  # fmt: skip
    return {
        **{key: match[key] for key in shared},
        **{key: own[key] for key in mine},
        "version": VERSION,
        "lane": person.lane,
        "lane_role": None,
        "is_roaming": False,
        "average_rank": None,
        "party_size": 1,
    }
