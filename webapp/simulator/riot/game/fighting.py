"""Kills: who, with whom, where, for how much, and everything that follows from one."""

from bisect import insort

from webapp.simulator.riot.chance import happens
from webapp.simulator.riot.game import blows
from webapp.simulator.riot.game.state import Due, Fighter, Game, other
from webapp.simulator.riot.ground import (
    BARON_PIT,
    DRAGON_PIT,
    Place,
    building,
    meeting,
    near,
    point,
)

FIRST_BLOOD_GOLD = 400
KILL_GOLD = 300
LEAST_GOLD = 100
SHUTDOWN_FROM = 3
MULTI_MS = 10_000
LATE = 17
EXECUTED_FROM = 420_000


def skirmish(game: Game, due: Due) -> None:
    """Play one small fight in a lane or at a camp."""
    place = near(game.rng, meeting(game.rng, game.scenario.kind), 900)
    _deaths(game, due.at, place, 1 + happens(game.rng, 0.22))


def big_fight(game: Game, due: Due) -> None:
    """Play a fight of both teams at a pit, or before the loser's base."""
    if due.side:
        place = building(game.scenario.kind, other(due.side), "MID_LANE", 1)
        _fallen_side(game, due, place)
        return
    pit = DRAGON_PIT if happens(game.rng, 0.5) else BARON_PIT
    late = due.at // 60_000 >= LATE
    _deaths(game, due.at, near(game.rng, pit, 600), game.rng.randint(1, 5 if late else 3))


def _deaths(game: Game, at: int, place: Place, number: int) -> None:
    """Set down the deaths of one fight, each to be played when its moment comes."""
    for step in range(number):
        moment = at + step * game.rng.randint(1_200, 6_000)
        insort(game.due, Due(moment, "death", 0, place))


def _fallen_side(game: Game, due: Due, place: Place) -> None:
    for step in range(4):
        insort(game.due, Due(due.at + step * 2_600, "death", due.side, place))


def death(game: Game, due: Due) -> None:
    """Play one death of a fight."""
    if due.at < game.end_ms:
        _kill(game, due.at, due.side or game.leader(due.at), due.place)


def _kill(game: Game, at: int, side: int, place: Place) -> None:
    able, prey = game.up(side, at), game.up(other(side), at)
    if not able or not prey:
        return
    rng = game.rng
    victim = rng.choices(prey, [1.25 if one.role != "JUNGLE" else 0.9 for one in prey])[0]
    executed = at > EXECUTED_FROM and happens(rng, 0.012)
    ready = [1.0 + one.person.skill * 0.4 - 0.75 * (one.role == "UTILITY") for one in able]
    killer = None if executed else rng.choices(able, ready)[0]
    helpers = _helpers(game, able, killer) if killer else []
    kill(game, at, (killer, victim, helpers), near(rng, place, 260))


def kill(
    game: Game, at: int, who: tuple[Fighter | None, Fighter, list[Fighter]], where: Place
) -> None:
    """Tell one death by a killer (None: a tower's) with helpers, and all that follows."""
    worth = _event(game, at, who, where)
    _follow(game, at, who, worth)


def _helpers(game: Game, able: list[Fighter], killer: Fighter) -> list[Fighter]:
    rest = [one for one in able if one is not killer]
    most = min(len(rest), game.rng.choice((0, 0, 1, 1, 1, 2, 2, 3, 4)))
    return sorted(game.rng.sample(rest, most), key=lambda one: one.slot)


def _event(
    game: Game, at: int, who: tuple[Fighter | None, Fighter, list[Fighter]], where: Place
) -> dict[str, int]:
    killer, victim, helpers = who
    received, dealt = _exchange(game, killer, victim, helpers)
    first = not game.counted("CHAMPION_KILL")
    bounty = FIRST_BLOOD_GOLD if first else max(LEAST_GOLD, KILL_GOLD + 20 * victim.streak)
    over = max(0, victim.streak - SHUTDOWN_FROM + 1) if killer else 0
    shutdown = 150 * over
    said = {
        **({"assistingParticipantIds": [one.slot for one in helpers]} if helpers else {}),
        "bounty": bounty,
        "killStreakLength": killer.streak if killer else 0,
        "killerId": killer.slot if killer else 0,
        "position": point(where),
        "shutdownBounty": shutdown,
        **({"victimDamageDealt": dealt} if dealt else {}),
        "victimDamageReceived": received,
        "victimId": victim.slot,
        **({"victimTeamfightDamageDealt": dealt} if dealt else {}),
        "victimTeamfightDamageReceived": received,
    }
    game.tell("CHAMPION_KILL", at, **said)
    if killer:
        _special(game, at, killer, where, first=first)
    return {"bounty": bounty, "shutdown": shutdown}


def _exchange(
    game: Game, killer: Fighter | None, victim: Fighter, helpers: list[Fighter]
) -> tuple[list[blows.Blow], list[blows.Blow]]:
    """Give the blows the victim took and gave, counted for everybody in them."""
    rng = game.rng
    health = victim.champion.health + 105 * (victim.level - 1) + 320 * len(victim.items[1:])
    received, dealt = [], []
    if killer is None:
        received = [blows.by_tower(health)]
    shares = [(killer, 0.62)] if killer else []
    shares += [(one, 0.34 / max(len(helpers), 1)) for one in helpers]
    for one, share in shares:
        struck = blows.blows_of(rng, one, max(20, int(health * share)))
        blows.count(struck, one, victim)
        received += struck
        back = blows.blows_of(rng, victim, max(10, int(health * share * rng.uniform(0.1, 0.7))))
        blows.count(back, victim, one)
        dealt += back
    if killer and happens(rng, 0.4):
        received.append(blows.by_minions(killer.team, rng.randint(12, 90)))
    blows.suffer([one for one in received if not one["participantId"]], victim)
    return received, dealt


def _special(game: Game, at: int, killer: Fighter, where: Place, *, first: bool) -> None:
    said = {"killerId": killer.slot, "position": point(where)}
    if first:
        game.tell("CHAMPION_SPECIAL_KILL", at, killType="KILL_FIRST_BLOOD", **said)
    run = _run_length(game, at, killer)
    if run > 1:
        game.tell("CHAMPION_SPECIAL_KILL", at, killType="KILL_MULTI", multiKillLength=run, **said)
    if len(game.up(other(killer.team), at)) == 1:
        game.tell("CHAMPION_SPECIAL_KILL", at, killType="KILL_ACE", **said)


def _run_length(game: Game, at: int, killer: Fighter) -> int:
    mine = [e for e in game.counted("CHAMPION_KILL") if e["killerId"] == killer.slot]
    moments = sorted(event["timestamp"] for event in mine if event["timestamp"] <= at)
    run = 1
    for later, earlier in zip(reversed(moments), reversed(moments[:-1]), strict=False):
        if later - earlier > MULTI_MS:
            break
        run += 1
    return min(run, 5)


def _follow(
    game: Game,
    at: int,
    who: tuple[Fighter | None, Fighter, list[Fighter]],
    worth: dict[str, int],
) -> None:
    """Pay, count and bury."""
    killer, victim, helpers = who
    victim.longest_life = max(victim.longest_life, at - victim.last_spawn)
    down = int(6_000 + 1_900 * victim.level + max(0, at - 1_200_000) * 0.012)
    victim.dead_until = min(at + down, game.end_ms)
    victim.dead_ms += victim.dead_until - at
    victim.last_spawn = victim.dead_until
    victim.streak = 0
    if killer:
        killer.gold += worth["bounty"] + worth["shutdown"]
        killer.streak += 1
        killer.xp += 42 + 20 * victim.level
    for one in helpers:
        one.gold += 150 // len(helpers)
        one.xp += (42 + 20 * victim.level) // 2
        one.controlled_ms += 900
