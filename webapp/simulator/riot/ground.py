"""Where things stand on the Rift, in the game's own units (0 to 15000 each way).

Positions of buildings and pits are those of the wire; team 200's are team 100's, turned.
"""

import random

from webapp.simulator.riot.chance import happens

Place = tuple[int, int]
LANES = ("TOP_LANE", "MID_LANE", "BOT_LANE")
LANE_OF = {"TOP": "TOP_LANE", "MIDDLE": "MID_LANE", "BOTTOM": "BOT_LANE", "UTILITY": "BOT_LANE"}
STEPS = ("OUTER_TURRET", "INNER_TURRET", "BASE_TURRET", "INHIBITOR")
NEXUS: dict[int, tuple[Place, Place]] = {
    100: ((1748, 2270), (2177, 1807)),
    200: ((12611, 13084), (13052, 12612)),
}
BUILDINGS: dict[int, dict[str, tuple[Place, ...]]] = {
    100: {
        "TOP_LANE": ((981, 10441), (1512, 6699), (1169, 4287), (1171, 3571)),
        "MID_LANE": ((5846, 6396), (5048, 4812), (3651, 3696), (3210, 3217)),
        "BOT_LANE": ((10504, 1029), (6919, 1483), (4281, 1253), (3452, 1236)),
    },
    200: {
        "TOP_LANE": ((4318, 13875), (7943, 13411), (10481, 13650), (11261, 13676)),
        "MID_LANE": ((8955, 8510), (9767, 10113), (11134, 11207), (11598, 11667)),
        "BOT_LANE": ((13866, 4505), (13327, 8226), (13624, 10572), (13604, 11316)),
    },
}
FOUNTAIN: dict[int, Place] = {100: (394, 461), 200: (14340, 14391)}
DRAGON_PIT: Place = (9850, 4420)
BARON_PIT: Place = (4900, 10300)
MEETING: dict[str, Place] = {
    "TOP_LANE": (2400, 12700),
    "MID_LANE": (7400, 7450),
    "BOT_LANE": (12600, 2400),
}
CAMPS: dict[int, tuple[Place, ...]] = {
    100: ((3850, 7900), (2100, 8400), (3800, 6500), (7770, 4000), (7000, 5460), (8480, 2700)),
    200: ((10990, 7000), (12700, 6450), (11050, 8400), (7100, 10800), (7850, 9500), (6400, 12200)),
}


ABYSS: dict[int, tuple[Place, ...]] = {
    100: ((5448, 6169), (3809, 4186), (3110, 3189), (2550, 2700)),
    200: ((7940, 7710), (9450, 9130), (10100, 9900), (10650, 10500)),
}


def building(kind: str, team: int, lane: str, step: int) -> Place:
    """Give where a building of a side stands: on the Rift, or on the one lane of the Abyss."""
    return ABYSS[team][step] if kind == "aram" else BUILDINGS[team][lane][step]


def lanes_of(kind: str) -> tuple[str, ...]:
    """Give the lanes a game is played on."""
    return ("MID_LANE",) if kind == "aram" else LANES


def meeting(rng: random.Random, kind: str) -> Place:
    """Give a place where two lanes of minions meet."""
    return (6700, 6900) if kind == "aram" else rng.choice(tuple(MEETING.values()))


def near(rng: random.Random, place: Place, spread: int = 350) -> Place:
    """Give a place close to another, on the map."""
    x, y = (min(14800, max(120, int(rng.gauss(middle, spread)))) for middle in place)
    return x, y


def standing(rng: random.Random, team: int, role: str, minute: int) -> Place:
    """Give where somebody of this role (none: on the Abyss) is at this minute."""
    if minute == 0:
        return near(rng, FOUNTAIN[team], 200)
    if not role:
        return near(rng, meeting(rng, "aram"), 900)
    if role == "JUNGLE":
        return near(rng, rng.choice((*CAMPS[team], DRAGON_PIT, BARON_PIT)))
    roams = 0.12 if minute < 14 else 0.55  # noqa: PLR2004 - lanes are left at 14:00
    if happens(rng, roams):
        return near(rng, rng.choice((*MEETING.values(), DRAGON_PIT, BARON_PIT)), 900)
    return near(rng, MEETING[LANE_OF[role]], 450)


def point(place: Place) -> dict[str, int]:
    """Write a place as the wire does."""
    return {"x": place[0], "y": place[1]}
