"""The feats of strength of 2025: three kills, the first tower, three monsters; first side wins."""

from webapp.simulator.riot.game.state import BLUE, RED, Game, other

NEEDED = {0: 3, 1: 1, 2: 3}  # the wire's numbers: kills, tower, monsters
LOST = 1001


def tell_feats(game: Game) -> None:
    """Tell every step of every feat, up to the one that settles it."""
    for feat, steps in _steps(game).items():
        for at, team, value in steps:
            game.late(at, featType=feat, featValue=value, teamId=team)
            if value == NEEDED[feat]:
                game.late(at, featType=feat, featValue=LOST, teamId=other(team))
                break


def states_of(game: Game, team: int) -> dict[int, int]:
    """Give how far a side came in each feat, as the match says at its end."""
    found = dict.fromkeys(NEEDED, 0)
    for feat, steps in _steps(game).items():
        for _, side, value in steps:
            if side == team:
                found[feat] = value
            if value == NEEDED[feat]:
                found[feat] = found[feat] if side == team else LOST
                break
    return found


def _steps(game: Game) -> dict[int, list[tuple[int, int, int]]]:
    kills = [
        (e["timestamp"], BLUE if e["killerId"] <= 5 else RED)  # noqa: PLR2004 - five a side
        for e in game.counted("CHAMPION_KILL")
        if e["killerId"]
    ]
    towers = [(e["timestamp"], other(e["teamId"])) for e in game.counted("BUILDING_KILL")]
    monsters = [(e["timestamp"], e["killerTeamId"]) for e in game.counted("ELITE_MONSTER_KILL")]
    return {feat: _run(one) for feat, one in enumerate((kills, towers, monsters))}


def _run(moments: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    held = {BLUE: 0, RED: 0}
    found = []
    for at, team in sorted(moments):
        held[team] += 1
        found.append((at, team, held[team]))
    return found
