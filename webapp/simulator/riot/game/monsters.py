"""Dragons and souls, grubs, the herald, Atakhan, barons and the bounties between them."""

from collections.abc import Callable

from webapp.simulator.riot.chance import happens
from webapp.simulator.riot.game.state import BLUE, RED, Due, Fighter, Game, other
from webapp.simulator.riot.ground import BARON_PIT, DRAGON_PIT, Place, near, point

SOULS = {
    "FIRE": "Infernal",
    "WATER": "Ocean",
    "EARTH": "Mountain",
    "AIR": "Cloud",
    "HEXTECH": "Hextech",
    "CHEMTECH": "Chemtech",
}
FOR_SOUL = 4
SOUL_MS = 501
BOUNTY_LEAD = 3_500
PITS: dict[str, Place] = {"DRAGON": DRAGON_PIT, "ATAKHAN": (11_760, 3_740)}


def dragon(game: Game, due: Due) -> None:
    """Play the next dragon: two kinds, then the soul's, then elders once a soul is had."""
    side = game.leader(due.at)
    had = [*game.dragons[BLUE], *game.dragons[RED]]
    soul = any(
        sum(kind != "ELDER" for kind in kinds) >= FOR_SOUL for kinds in game.dragons.values()
    )
    kind = "ELDER" if soul else _order(game)[min(len(had), 2)]
    if not _slay(game, due.at, side, "DRAGON", f"{kind}_DRAGON"):
        return
    game.dragons[side].append(kind)
    if len(had) == 1:
        game.tell("DRAGON_SOUL_GIVEN", due.at + SOUL_MS, name=SOULS[_order(game)[2]], teamId=0)
    if kind != "ELDER" and len(game.dragons[side]) == FOR_SOUL:
        game.tell("DRAGON_SOUL_GIVEN", due.at + SOUL_MS, name=SOULS[kind], teamId=side)


def grubs(game: Game, due: Due) -> None:
    """Play the three grubs, not always all for one side."""
    side = game.leader(due.at)
    for step in range(3):
        taker = other(side) if happens(game.rng, 0.12) else side
        _slay(game, due.at + step * 11_000, taker, "HORDE")


def herald(game: Game, due: Due) -> None:
    """Play the herald."""
    _slay(game, due.at, game.leader(due.at), "RIFTHERALD")


def atakhan(game: Game, due: Due) -> None:
    """Play Atakhan, who was there in 2025."""
    _slay(game, due.at, game.leader(due.at), "ATAKHAN")


def baron(game: Game, due: Due) -> None:
    """Play a baron; everybody of the side is paid."""
    side = game.leader(due.at)
    if _slay(game, due.at, side, "BARON_NASHOR"):
        for one in game.team(side):
            one.gold += 300


def bounties(game: Game, at: int) -> None:
    """Open bounties on the side far ahead, and close them when it no longer is."""
    gold = {team: sum(one.gold for one in game.team(team)) for team in (BLUE, RED)}
    lead = gold[BLUE] - gold[RED]
    opened = game.counted("OBJECTIVE_BOUNTY_PRESTART")
    closed = game.counted("OBJECTIVE_BOUNTY_FINISH")
    behind = RED if lead > 0 else BLUE
    if len(opened) > len(closed):
        if abs(lead) < BOUNTY_LEAD * 0.6 or opened[-1]["teamId"] != behind:
            game.tell("OBJECTIVE_BOUNTY_FINISH", at, teamId=opened[-1]["teamId"])
    elif abs(lead) > BOUNTY_LEAD:
        game.tell("OBJECTIVE_BOUNTY_PRESTART", at, actualStartTime=at + 15_000, teamId=behind)


def _order(game: Game) -> list[str]:
    """Give this game's dragons: the third kind is the soul's."""
    kinds = sorted(SOULS)
    start = game.scenario.number % len(kinds)
    step = 1 + game.scenario.number % 2
    return [kinds[(start + place * step) % len(kinds)] for place in range(3)]


def _slay(game: Game, at: int, side: int, kind: str, sub: str = "") -> bool:
    place = PITS.get(kind, BARON_PIT)
    able = game.up(side, at)
    if not able:
        return False
    by = next((one for one in able if one.role == "JUNGLE"), able[0])
    helpers = [one for one in able if one is not by and happens(game.rng, 0.5)]
    game.tell(
        "ELITE_MONSTER_KILL",
        at,
        **({"assistingParticipantIds": [one.slot for one in helpers]} if helpers else {}),
        bounty=0,
        killerId=by.slot,
        killerTeamId=side,
        **({"monsterSubType": sub} if sub else {}),
        monsterType=kind,
        position=point(near(game.rng, place, 120)),
    )
    _pay(by, helpers)
    return True


def _pay(by: Fighter, helpers: list[Fighter]) -> None:
    for one in (by, *helpers):
        one.gold += 60
        one.xp += 120
        one.to_monsters += 1_800


PLAYED: dict[str, Callable[[Game, Due], None]] = {
    "dragon": dragon,
    "grubs": grubs,
    "herald": herald,
    "atakhan": atakhan,
    "baron": baron,
}
