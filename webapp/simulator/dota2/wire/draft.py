"""Picks and bans: Captains Mode in a league, simultaneous picks elsewhere."""

from typing import Any

from webapp.simulator.dota2.chance import stream
from webapp.simulator.dota2.facts import heroes
from webapp.simulator.dota2.game import Game
from webapp.simulator.dota2.league import is_league_match

# Who acts, first (F) or second (S): as played in Captains Mode since December 2023.
ORDER = (
    *[("ban", who) for who in "FSSFSSF"],
    *[("pick", who) for who in "FS"],
    *[("ban", who) for who in "FFS"],
    *[("pick", who) for who in "SFFSSF"],
    *[("ban", who) for who in "FSSF"],
    *[("pick", who) for who in "FS"],
)


def picks_bans(game: Game) -> list[dict[str, Any]]:
    """Give the draft in order; outside a league ten picks after a few bans."""
    story = game.story
    rng = stream(story.match_id, "draft")
    left = {side: [one for one in story.people if one.side == side] for side in (0, 1)}
    for team in left.values():
        rng.shuffle(team)
    played = {one.hero.id for one in story.people}
    spare = [one.id for one in heroes() if one.id not in played]
    rng.shuffle(spare)
    told: list[dict[str, Any]] = []
    first = rng.randint(0, 1)
    for kind, who in _order(story.match_id):
        side = first if who == "F" else 1 - first
        hero = left[side].pop().hero.id if kind == "pick" else spare.pop()
        told.append({"is_pick": kind == "pick", "hero_id": hero, "team": side, "order": len(told)})
    return told


def draft_timings(game: Game) -> list[dict[str, Any]]:
    """Give how long each step of a league's draft took."""
    story = game.story
    if not is_league_match(story.match_id):
        return []
    rng = stream(story.match_id, "draft clock")
    slots = {one.hero.id: one.slot for one in story.people}
    extra = {0: 130, 1: 130}
    told = []
    for step in picks_bans(game):
        took = rng.randint(2, 44)
        extra[step["team"]] = max(0, extra[step["team"]] - max(0, took - 30))
        told.append(
            {
                "order": step["order"] + 1,
                "pick": step["is_pick"],
                "active_team": step["team"] + 2,
                "hero_id": step["hero_id"],
                "player_slot": slots.get(step["hero_id"]),
                "extra_time": extra[step["team"]],
                "total_time_taken": took,
            }
        )
    return told


def _order(match_id: int) -> tuple[tuple[str, str], ...]:
    if is_league_match(match_id):
        return ORDER
    return (*[("ban", who) for who in "FSFSFSFS"], *[("pick", who) for who in "FSSFFSSFFS"])
