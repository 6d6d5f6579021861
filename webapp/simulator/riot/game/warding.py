"""Wards placed and found. The wire gives them no place, and names some of them UNDEFINED."""

from webapp.simulator.riot.chance import happens
from webapp.simulator.riot.game.shopping import STONE
from webapp.simulator.riot.game.state import MINUTE_MS, Fighter, Game, other

RATE = {"TOP": 0.3, "JUNGLE": 0.32, "MIDDLE": 0.3, "BOTTOM": 0.3, "UTILITY": 0.95}
SIGHT_FROM = 6


def ward(game: Game, minute: int) -> None:
    """Place and clear the wards of one minute."""
    for one in game.fighters:
        at = minute * MINUTE_MS + 4_000 + game.rng.randrange(MINUTE_MS - 5_000)
        if not one.alive(at) or at >= game.end_ms:
            continue
        if happens(game.rng, RATE[one.role]):
            _place(game, one, at, _trinket(one, minute))
        if one.stones and happens(game.rng, 0.8):
            one.stones -= 1
            _place(game, one, at + 700, "CONTROL_WARD")
            game.tell("ITEM_DESTROYED", at + 700, itemId=STONE, participantId=one.slot)
        if happens(game.rng, 0.16):
            _clear(game, one, at + 2_000)
    if happens(game.rng, 0.3):
        at = minute * MINUTE_MS + game.rng.randrange(MINUTE_MS)
        said = {"creatorId": game.rng.choice((0, 3, 8)), "wardType": "UNDEFINED"}
        game.tell("WARD_PLACED", min(at, game.end_ms - 1), **said)


def _trinket(one: Fighter, minute: int) -> str:
    if one.role == "UTILITY" and minute >= SIGHT_FROM:
        return "SIGHT_WARD"
    return "BLUE_TRINKET" if one.trinket == 3363 else "YELLOW_TRINKET"  # noqa: PLR2004 - its id


def _place(game: Game, one: Fighter, at: int, kind: str) -> None:
    game.tell("WARD_PLACED", at, creatorId=one.slot, wardType=kind)
    game.wards.append((one.team, kind))


def _clear(game: Game, one: Fighter, at: int) -> None:
    theirs = [ward for ward in game.wards if ward[0] == other(one.team)]
    if theirs and at < game.end_ms:
        found = game.rng.choice(theirs)
        game.wards.remove(found)
        game.tell("WARD_KILL", at, killerId=one.slot, wardType=found[1])
        one.gold += 30
