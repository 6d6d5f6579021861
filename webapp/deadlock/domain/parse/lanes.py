"""Lanes and buildings by the numbers the game gives them, on the four-lane and three-lane maps.

The engine's lane colours are 1 yellow, 3 green, 4 blue, 6 purple (its ELaneColor). The three-lane
map of February 2025 kept the numbers 1, 4 and 6 but shows the last in green. Buildings count lanes
1 to 4 in the same order, so the three-lane map has 1, 3 and 4.
"""

from collections.abc import Iterable

from webapp.deadlock.domain.parse.words import plain

_FOUR = {1: "yellow", 3: "green", 4: "blue", 6: "purple"}
_THREE = {1: "yellow", 4: "blue", 6: "green"}
_FOUR_BUILT = {1: "yellow", 2: "green", 3: "blue", 4: "purple"}
_THREE_BUILT = {1: "yellow", 3: "blue", 4: "green"}
_BUILDINGS: dict[int | str, tuple[str, int | None]] = {
    0: ("Weakened Patron", None),
    **{number: ("Guardian", number) for number in range(1, 5)},
    **{number + 4: ("Walker", number) for number in range(1, 5)},
    9: ("Patron", None),
    10: ("Shrine", None),
    11: ("Shrine", None),
    **{number + 11: ("Base Guardians", number) for number in range(1, 5)},
    "Core": ("Weakened Patron", None),
    "Titan": ("Patron", None),
    "TitanShieldGenerator_1": ("Shrine", None),
    "TitanShieldGenerator_2": ("Shrine", None),
    **{f"Tier1_Lane{number}": ("Guardian", number) for number in range(1, 5)},
    **{f"Tier2_Lane{number}": ("Walker", number) for number in range(1, 5)},
    **{f"BarrackBoss_Lane{number}": ("Base Guardians", number) for number in range(1, 5)},
}


def has_four_lanes(lanes: Iterable[int | None]) -> bool:
    """Whether somebody was sent to the lane that only the four-lane map has."""
    return 3 in set(lanes)  # noqa: PLR2004 - the green lane of four


def lane(number: int | None, *, four: bool) -> str | None:
    """Name a player's lane by colour, or by its number when it is no lane we know."""
    if not number:
        return None
    return (_FOUR if four else _THREE).get(number) or str(number)


def objective(value: int | str | None, *, four: bool) -> tuple[str, str | None]:
    """Say what a building is, and the colour of its lane (None in the base)."""
    bare: int | str = value if isinstance(value, int) else plain(value)
    kind, number = _BUILDINGS.get(bare, (f"Objective {bare}", None))
    if number is None:
        return kind, None
    return kind, (_FOUR_BUILT if four else _THREE_BUILT).get(number, str(number))
