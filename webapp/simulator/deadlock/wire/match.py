"""match_info: one generated match, key for key as the metadata API serves it."""

from typing import Any

from webapp.simulator.deadlock.builds import Build, build_people
from webapp.simulator.deadlock.chance import stream
from webapp.simulator.deadlock.clock import clock_of
from webapp.simulator.deadlock.creatures import Toll, hurt_creatures
from webapp.simulator.deadlock.damage.keeping import keep_ledger
from webapp.simulator.deadlock.damage.matrix import matrix_of
from webapp.simulator.deadlock.movement import Walk, walk_people
from webapp.simulator.deadlock.published import build_id_of, followers
from webapp.simulator.deadlock.souls import earn_souls
from webapp.simulator.deadlock.story.events import Fall, Story
from webapp.simulator.deadlock.wire.aim import IDS
from webapp.simulator.deadlock.wire.paths import paths_of
from webapp.simulator.deadlock.wire.players import badges_of, player_of
from webapp.simulator.deadlock.wire.statistics import Books, statistics_of

ALL_STANDING = 0xFFFF
_FIRST_START = 1_790_000_000
_OLD_START = 1_735_000_000
_RANKED, _UNRANKED = 4, 1
_NORMAL, _STREET_BRAWL = 1, 4


def started_at(story: Story) -> int:
    """When the match began: the id decides, so that later ids are later."""
    first = _OLD_START if story.old else _FIRST_START
    return first + story.match_id % 25_000 * 200


def game_mode_of(story: Story) -> int:
    """By which rules the match was played."""
    return _STREET_BRAWL if story.brawl else _NORMAL


def match_mode_of(story: Story) -> int:
    """How its people were brought together."""
    return _UNRANKED if story.old or story.brawl else _RANKED


def tell_match(story: Story) -> dict[str, Any]:
    """Give the whole metadata body of a story."""
    books, builds = keep_books(story)
    walks = walk_people(story)
    info = _header(story)
    info["players"] = _players(story, books, builds, walks)
    info["objectives"] = [_objective(toll) for toll in books.creatures.tolls]
    info["match_paths"] = paths_of(story, walks)
    info["damage_matrix"] = matrix_of(books.ledger, books.clock, old=story.old)
    return {
        "match_info": info,
        "hero_build_ids": {
            str(p.account_id): build_id_of(p.hero.id) for p in followers(story.people)
        },
        "banned_hero_ids": [],
    }


def keep_books(story: Story) -> tuple[Books, dict[int, Build]]:
    """Count everything about a story that is not a place."""
    clock = clock_of(story.duration_s)
    purse = earn_souls(story, clock)
    builds = build_people(story, clock, purse.net_worth())
    creatures = hurt_creatures(story, clock, purse)
    ledger = keep_ledger(story, clock, builds, creatures.total())
    return Books(story, clock, purse, creatures, ledger), builds


def mask_of(falls: tuple[Fall, ...], team: int) -> int:
    """Give the objectives a team still has, a bit each; a lane not there counts as had."""
    mask = ALL_STANDING
    for fall in falls:
        if fall.team == team and fall.destroyed_s:
            mask &= ~(1 << fall.objective_id)
    return mask


def _players(
    story: Story, books: Books, builds: dict[int, Build], walks: dict[int, Walk]
) -> list[dict[str, Any]]:
    snapshots = statistics_of(books)
    players = [player_of(story, p, snapshots[p.slot], builds[p.slot], walks) for p in story.people]
    _praise(players, story.winner)
    order = stream(story.match_id, story.seed, "order").permutation(len(players))
    return [players[index] for index in order]


def _praise(players: list[dict[str, Any]], winner: int) -> None:
    """One most valuable winner and two key players, the second of them a loser."""

    def worth(player: dict[str, Any]) -> float:
        return float(player["kills"] + 0.6 * player["assists"] - 0.5 * player["deaths"])

    won = sorted((p for p in players if p["team"] == winner), key=worth, reverse=True)
    lost = max((p for p in players if p["team"] != winner), key=worth)
    for rank, player in enumerate((won[0], won[1], lost), start=1):
        player["mvp_rank"] = rank


def _objective(toll: Toll) -> dict[str, Any]:
    fall = toll.fall
    return {
        "legacy_objective_id": None,
        "destroyed_time_s": fall.destroyed_s,
        "creep_damage": toll.creep_damage,
        "creep_damage_mitigated": None,
        "player_damage": toll.player_damage,
        "player_damage_mitigated": None,
        "first_damage_time_s": fall.first_damage_s,
        "team_objective_id": fall.objective_id,
        "team": fall.team,
        "player_spirit_damage": toll.spirit_damage,
    }


def _header(story: Story) -> dict[str, Any]:
    badges = badges_of(story)
    return {
        "duration_s": story.duration_s,
        "match_outcome": 0,
        "winning_team": story.winner,
        "start_time": started_at(story),
        "match_id": story.match_id,
        "legacy_objectives_mask": None,
        "game_mode": game_mode_of(story),
        "match_mode": match_mode_of(story),
        "match_pauses": _pauses(story),
        "custom_user_stats": [{"name": name, "id": number} for name, number in IDS.items()],
        "watched_death_replays": [],
        "objectives_mask_team0": mask_of(story.falls, 0),
        "objectives_mask_team1": mask_of(story.falls, 1),
        "mid_boss": [
            {
                "team_killed": boss.killed_by,
                "team_claimed": boss.claimed_by,
                "destroyed_time_s": boss.second,
            }
            for boss in story.bosses
        ],
        **dict.fromkeys(("is_high_skill_range_parties", "low_pri_pool", "new_player_pool"), False),
        "average_badge_team0": badges[0],
        "average_badge_team1": badges[1],
        "game_mode_version": 2,
        "rewards_eligible": True,
        "not_scored": story.abandoned is not None,
        "team_score": [],
        "match_tracked_stats": [],
        "teams": [{"team": team, "team_tracked_stats": []} for team in (1, 0)],
        "bot_difficulty": 0,
        "street_brawl_rounds": [],
        "ranked_type": 0 if story.old or story.brawl else 1,
        "rank_interval": 0 if story.old or story.brawl else 3,
    }


def _pauses(story: Story) -> list[dict[str, int]]:
    """Each pause twice, as on the wire: once when asked for, once with its length."""
    return [
        {"game_time_s": second, "pause_duration_s": length, "player_slot": slot}
        for second, lasted, slot in story.pauses
        for length in (0, lasted)
    ]
