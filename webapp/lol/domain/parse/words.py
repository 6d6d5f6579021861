"""The upstream's words as the records' words; one that is new to us survives in lower case."""

from typing import Final

SIDES: Final = {100: "a", 200: "b"}
ROLES: Final = ("top", "jungle", "middle", "bottom", "support")
_ROLE: Final = {
    "TOP": "top",
    "JUNGLE": "jungle",
    "MIDDLE": "middle",
    "BOTTOM": "bottom",
    "UTILITY": "support",
}
_MONSTERS: Final = {
    "DRAGON": "dragon",
    "RIFTHERALD": "herald",
    "HORDE": "grub",
    "BARON_NASHOR": "baron",
    "ATAKHAN": "atakhan",
}
_TALLIES: Final = {
    "champion": "champion",
    "tower": "turret",
    "inhibitor": "inhibitor",
    "dragon": "dragon",
    "riftHerald": "herald",
    "horde": "grub",
    "baron": "baron",
    "atakhan": "atakhan",
}
_BUILDINGS: Final = {"TOWER_BUILDING": "turret", "INHIBITOR_BUILDING": "inhibitor"}
_LANES: Final = {"TOP_LANE": "top", "MID_LANE": "middle", "BOT_LANE": "bottom"}
_WARDS: Final = {
    "YELLOW_TRINKET": "yellow",
    "SIGHT_WARD": "sight",
    "CONTROL_WARD": "control",
    "BLUE_TRINKET": "blue",
    "UNDEFINED": "undefined",
}
_SPECIAL: Final = {"KILL_FIRST_BLOOD": "first blood", "KILL_MULTI": "multi", "KILL_ACE": "ace"}
_SOURCES: Final = {
    "OTHER": "champion",
    "MINION": "minion",
    "MONSTER": "monster",
    "TOWER": "turret",
}


def side(team_id: float | None) -> str | None:
    """Give the side of a team number, None for none and for the neutral 300."""
    return None if team_id is None else SIDES.get(int(team_id))


def role(position: str | None) -> str | None:
    """Give a role, None for "", "Invalid", "AFK" and what is new."""
    return _ROLE.get(position or "")


def monster(kind: str | None) -> str:
    """Name an epic monster."""
    return _MONSTERS.get(kind or "", _plain(kind))


def element(kind: str | None) -> str | None:
    """Name a dragon's element, None where the event has none."""
    return _plain(kind).removesuffix(" dragon") if kind else None


def tally(kind: str) -> str:
    """Name what a team's objectives count."""
    return _TALLIES.get(kind, _plain(kind))


def building(kind: str | None) -> str:
    """Name a kind of building."""
    return _BUILDINGS.get(kind or "", _plain(kind))


def tier(kind: str | None) -> str | None:
    """Name a turret's tier, None for what is no turret."""
    return _plain(kind).removesuffix(" turret") if kind else None


def lane(kind: str | None) -> str | None:
    """Name a lane, None where the event has none."""
    return _LANES.get(kind, _plain(kind)) if kind else None


def ward(kind: str | None) -> str:
    """Name a ward; most that are "undefined" are no wards at all."""
    return _WARDS.get(kind or "UNDEFINED", _plain(kind))


def special(kind: str | None) -> str:
    """Name a special kill."""
    return _SPECIAL.get(kind or "", _plain(kind))


def source(kind: str | None) -> str:
    """Name what dealt damage; the upstream calls champions "OTHER"."""
    return _SOURCES.get(kind or "", _plain(kind))


def _plain(kind: str | None) -> str:
    return (kind or "unknown").replace("_", " ").lower()
