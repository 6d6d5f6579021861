"""What a minute brings without any event: minions, camps, gold, experience, levels, pokes."""

from webapp.simulator.riot.chance import about, happens
from webapp.simulator.riot.facts import LEVEL_XP, level_at
from webapp.simulator.riot.game import blows
from webapp.simulator.riot.game.state import MINUTE_MS, Fighter, Game, other

PASSIVE = 122
MINION_GOLD, CAMP_GOLD = 20.5, 34.0
MINIONS = {"TOP": 7.0, "JUNGLE": 1.1, "MIDDLE": 7.3, "BOTTOM": 7.6, "UTILITY": 1.1, "ABYSS": 2.6}
CAMPS = {"TOP": 0.1, "JUNGLE": 5.4, "MIDDLE": 0.3, "BOTTOM": 0.3, "UTILITY": 0.0, "ABYSS": 0.0}
XP = {"TOP": 530, "JUNGLE": 430, "MIDDLE": 485, "BOTTOM": 385, "UTILITY": 265}
QUEST_GOLD = 105  # what a support is paid for the world map
SKILLS_MAX = (5, 5, 5, 3)
ULTIMATE_AT = (6, 11, 16)


def grow(game: Game, minute: int) -> None:
    """Bring everybody through one minute."""
    for one in game.fighters:
        _earn(game, one, minute)
        _poke(game, one, minute)


def _earn(game: Game, one: Fighter, minute: int) -> None:
    begins = minute * MINUTE_MS
    down = max(0, min(one.dead_until, begins + MINUTE_MS) - begins) / MINUTE_MS
    sides = game.edge(begins) * (1 if one.team == game.fighters[0].team else -1)
    pace = (1 - 0.8 * down) * (1 + 0.08 * one.person.skill + 0.1 * sides)
    share = 0.55 if minute == 1 else 1.0
    role = "ABYSS" if game.scenario.kind == "aram" else one.role
    minions = round(about(game.rng, MINIONS[role], 0.3) * pace * share)
    camps = 4 * round(CAMPS[role] * game.rng.uniform(0.7, 1.3) * pace * share / 4)
    one.minions += minions
    one.camps += camps
    gold = minions * MINION_GOLD + camps * CAMP_GOLD + (PASSIVE if minute > 1 else 8)
    one.gold += int(gold + (QUEST_GOLD * pace if one.role == "UTILITY" and minute > 1 else 0))
    one.xp += int(about(game.rng, XP[one.role], 0.1) * pace * share)
    one.done.add(one.champion.kind, int((minions + camps) * about(game.rng, 420)))
    one.taken.add("physical", int(about(game.rng, 120)))


def _poke(game: Game, one: Fighter, minute: int) -> None:
    """Trade a little with whoever stands opposite."""
    rivals = [foe for foe in game.team(other(one.team)) if foe.role == one.role]
    if one.role == "JUNGLE" or not rivals:
        return
    amount = int(about(game.rng, 90 + 14 * minute, 0.6))
    blows.count(blows.blows_of(game.rng, one, amount), one, rivals[0])
    one.controlled_ms += game.rng.randrange(8_000)


def level_up(game: Game, minute: int) -> None:
    """Tell every level reached in this minute, and the skill taken with it."""
    for one in game.fighters:
        reached = min(level_at(one.xp), len(LEVEL_XP))
        while one.level < reached:
            one.level += 1
            at = minute * MINUTE_MS + 500 + game.rng.randrange(MINUTE_MS - 9_000)
            at = min(at, game.end_ms - 2)
            game.tell("LEVEL_UP", at, level=one.level, participantId=one.slot)
            learn(game, one, at + 1 + game.rng.randrange(900))


def learn(game: Game, one: Fighter, at: int) -> None:
    """Take one skill: the ultimate when it may be had, else the one maxed first."""
    order = (0, 2, 1) if happens(game.rng, 0.9) else (1, 0, 2)
    taken = [one.skills.count(slot) for slot in range(4)]
    if one.level in ULTIMATE_AT and taken[3] < SKILLS_MAX[3]:
        slot = 3
    elif one.level <= 3:  # noqa: PLR2004 - one of each by level three
        slot = next(slot for slot in (0, 2, 1) if not taken[slot])
    else:
        open_ = [slot for slot in order if taken[slot] < min(SKILLS_MAX[slot], one.level // 2 + 1)]
        slot = open_[0] if open_ else order[-1]
    one.skills.append(slot)
    said = {"levelUpType": "NORMAL", "participantId": one.slot, "skillSlot": slot + 1}
    game.tell("SKILL_LEVEL_UP", min(at, game.end_ms - 1), **said)
