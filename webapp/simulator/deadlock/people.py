"""Players as the API tells them: match history, profiles, search, rank. All of them invented."""

import datetime as dt
from functools import lru_cache
from typing import Any

from webapp.simulator.deadlock.cast import ACCOUNTS, FIRST_ACCOUNT, TEAM_SIZE, accounts_of, name_of
from webapp.simulator.deadlock.clock import clock_of
from webapp.simulator.deadlock.facts import level_at
from webapp.simulator.deadlock.souls import earn_souls
from webapp.simulator.deadlock.states import HISTORY_IDS, is_plain, plays, scenario_of
from webapp.simulator.deadlock.story import plan_story
from webapp.simulator.deadlock.wire.match import (
    game_mode_of,
    mask_of,
    match_mode_of,
    started_at,
)
from webapp.simulator.deadlock.wire.players import badges_of


def history_of(account_id: int) -> list[dict[str, Any]]:
    """Every history match this account plays in, newest first."""
    if not plays(account_id):
        return []
    ids = [number for number in HISTORY_IDS if is_plain(number)]
    played = [number for number in ids if account_id in accounts_of(number)]
    return [_entry(number, account_id) for number in reversed(played)]


def profile_of(account_id: int, base_url: str) -> dict[str, Any]:
    """Give a Steam profile; its links stay here, as elsewhere the id may be somebody's."""
    avatar = f"{base_url}/art/avatar/{account_id}.png"
    return {
        "account_id": account_id,
        "personaname": name_of(account_id),
        "profileurl": f"{base_url}/people/{account_id}",
        "avatar": avatar,
        "avatarmedium": avatar,
        "avatarfull": avatar,
        "realname": None,
        "countrycode": None,
        "last_updated": dt.datetime(2026, 11, 1, tzinfo=dt.UTC).isoformat(),
        "last_team_avg_badge": None,
        "matches_played_last_30d": 9,
        "friends": [],
    }


def search_people(query: str, base_url: str, limit: int) -> list[dict[str, Any]]:
    """Profiles whose name holds the query, or whose account id is the query."""
    wanted = query.casefold().strip()
    found = [
        account_id
        for account_id in range(FIRST_ACCOUNT, FIRST_ACCOUNT + ACCOUNTS)
        if wanted in name_of(account_id).casefold() or wanted == str(account_id)
    ]
    return [profile_of(account_id, base_url) for account_id in found[:limit]]


def rank_of(account_id: int) -> dict[str, Any]:
    """Give the badge of the account's newest match; noughts for those who never played."""
    history = history_of(account_id)
    if not history:
        return {"badge": 0, "rank": 0, "subrank": 0, "last_match": None}
    last = history[0]
    badge = last["ranked_display_badge"]
    return {
        "badge": badge,
        "rank": badge // 10,
        "subrank": badge % 10,
        "last_match": {
            "match_id": last["match_id"],
            "start_time": last["start_time"],
            "player_rank_initial_display_rank": badge,
        },
    }


def _entry(match_id: int, account_id: int) -> dict[str, Any]:
    entry = next(e for e in match_entries(match_id) if e["account_id"] == account_id)
    return dict(entry)


@lru_cache(maxsize=512)
def match_entries(match_id: int) -> tuple[dict[str, Any], ...]:
    """Give the twelve history entries of a match, without telling the whole of it."""
    story = plan_story(match_id, None, scenario_of(match_id))
    purse = earn_souls(story, clock_of(story.duration_s))
    worth = purse.net_worth()[:, -1]
    badges = badges_of(story)
    scores = {
        "player_kills": purse.kills,
        "player_deaths": purse.deaths,
        "player_assists": purse.assists,
        "denies": purse.denies,
        "last_hits": purse.creep_kills + purse.neutral_kills,
    }
    shared = {
        "match_id": match_id,
        "start_time": started_at(story),
        "game_mode": game_mode_of(story),
        "match_mode": match_mode_of(story),
        "match_duration_s": story.duration_s,
        "match_result": story.winner,
        "objectives_mask_team0": mask_of(story.falls, 0),
        "objectives_mask_team1": mask_of(story.falls, 1),
    }
    left = story.abandoned or (0, 0)
    return tuple(
        shared
        | {name: int(counted[seat].sum()) for name, counted in scores.items()}
        | {
            "account_id": person.account_id,
            "hero_id": person.hero.id,
            "hero_level": level_at(int(worth[seat])),
            "player_team": person.team,
            "net_worth": int(worth[seat]),
            "team_abandoned": bool(left[0]) and (left[0] > TEAM_SIZE) == (person.team == 1),
            "abandoned_time_s": left[1] if left[0] == person.slot else None,
            "player_match_outcome": 1 if person.team == story.winner else 2,
            "ranked_display_badge": badges[person.team],
            **dict.fromkeys(("brawl_score_team0", "brawl_score_team1", "brawl_avg_round_time_s")),
            **dict.fromkeys(("ranked_delta", "ranked_calibration_match")),
            "ranked_used_demotion_protection": None,
        }
        for seat, person in enumerate(story.people)
    )
