"""Plates, towers, inhibitors: five hits bring a tower down, and the fifth is its last plate."""

from webapp.simulator.riot.chance import happens
from webapp.simulator.riot.game.state import Due, Fighter, Game, other
from webapp.simulator.riot.ground import LANE_OF, NEXUS, STEPS, building, lanes_of, point

PLATES = 5
PLATES_END_MS = 840_000
PLATE_GOLD, TOWER_GOLD, SHARED_GOLD = 120, 250, 50
INHIBITOR = 3


def siege(game: Game, due: Due) -> None:
    """Play one hit on the next building of a lane, by whoever is ahead."""
    side = game.leader(due.at)
    lane = game.rng.choice(lanes_of(game.scenario.kind))
    standing = game.fallen[other(side), lane]
    if standing < 2 or due.at > 1_500_000:  # noqa: PLR2004 - bases are not opened early
        _hit(game, due.at, side, lane)


def push(game: Game, due: Due) -> None:
    """Play one hit of the last push: the lane most open, then the towers of the nexus."""
    loser = other(due.side)
    lanes = lanes_of(game.scenario.kind)
    lane = max(lanes, key=lambda one: (game.fallen[loser, one], game.hits.get((loser, one), 0)))
    if game.fallen[loser, lane] > INHIBITOR:
        _nexus_tower(game, due.at, due.side)
        return
    _hit(game, due.at, due.side, lane)
    for _ in range(2):
        if game.fallen[loser, lane] <= INHIBITOR:
            _hit(game, due.at + 350, due.side, lane)


def _hit(game: Game, at: int, side: int, lane: str) -> None:
    """Take a plate off the next building of a lane; the last one fells it."""
    loser = other(side)
    step = game.fallen[loser, lane]
    if step > INHIBITOR:
        return
    by = _attacker(game, at, side, lane)
    where = point(building(game.scenario.kind, loser, lane, step))
    if step < INHIBITOR and _has_plates(game, step, at):
        said = {"killerId": by.slot if by else 0, "laneType": lane, "position": where}
        game.tell("TURRET_PLATE_DESTROYED", at, teamId=loser, **said)
        if by:
            by.gold += PLATE_GOLD
            by.to_buildings += 600
    game.hits[loser, lane] = game.hits.get((loser, lane), 0) + 1
    if game.hits[loser, lane] >= PLATES or step == INHIBITOR:
        game.hits[loser, lane] = 0
        game.fallen[loser, lane] += 1
        _fall(game, at, by, (loser, lane, step))


def _has_plates(game: Game, step: int, at: int) -> bool:
    """In 2025 only outer towers had plates, until 14:00; since 2026 every tower has."""
    if game.scenario.kind == "aram":
        return False
    return not game.scenario.early_season or (step == 0 and at < PLATES_END_MS)


def _attacker(game: Game, at: int, side: int, lane: str) -> Fighter | None:
    """Give whoever hit it: mostly the lane's own; None where only minions did."""
    able = game.up(side, at)
    if not able or happens(game.rng, 0.2):
        return None
    own = [one for one in able if LANE_OF.get(one.role) == lane and one.role != "UTILITY"]
    return own[0] if own and happens(game.rng, 0.75) else game.rng.choice(able)


def _fall(game: Game, at: int, by: Fighter | None, what: tuple[int, str, int]) -> None:
    loser, lane, step = what
    kind = "INHIBITOR_BUILDING" if step == INHIBITOR else "TOWER_BUILDING"
    tower = {} if step == INHIBITOR else {"towerType": STEPS[step]}
    where = point(building(game.scenario.kind, loser, lane, step))
    _tell_fall(game, at, by, {"buildingType": kind, "laneType": lane, "position": where,
                              "teamId": loser, **tower})  # fmt: skip


def _nexus_tower(game: Game, at: int, side: int) -> None:
    loser = other(side)
    if not game.nexus_towers[loser]:
        return
    game.nexus_towers[loser] -= 1
    where = point(NEXUS[loser][game.nexus_towers[loser]])
    by = _attacker(game, at, side, "MID_LANE")
    _tell_fall(game, at, by, {"buildingType": "TOWER_BUILDING", "laneType": "MID_LANE",
                              "position": where, "teamId": loser,
                              "towerType": "NEXUS_TURRET"})  # fmt: skip


def _tell_fall(game: Game, at: int, by: Fighter | None, said: dict[str, object]) -> None:
    side = other(int(str(said["teamId"])))
    near = [one for one in game.up(side, at) if one is not by and happens(game.rng, 0.4)]
    helpers = {"assistingParticipantIds": [one.slot for one in near]} if near else {}
    game.tell("BUILDING_KILL", at, **helpers, bounty=0, killerId=by.slot if by else 0, **said)
    for one in game.team(side):
        one.gold += SHARED_GOLD
    if by:
        by.gold += TOWER_GOLD
        by.to_buildings += 1_500
