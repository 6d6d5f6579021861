"""Four roles, each allowed all that the one before is."""

from typing import Final, Literal

Role = Literal["player", "organiser", "moderator", "admin"]
ROLES: Final[tuple[Role, ...]] = ("player", "organiser", "moderator", "admin")


def at_least(role: str, wanted: Role) -> bool:
    """Say whether a role may do what `wanted` may; an unknown word may nothing."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(wanted)
