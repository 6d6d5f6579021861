"""What a player is measured against, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usual:
    """One figure of one role: its mean, how far it spreads, and from how many players."""

    figure: str
    mean: float
    deviation: float
    n: int


@dataclass(frozen=True, slots=True)
class RoleReference:
    """What is usual for one role."""

    role: str
    usual: tuple[Usual, ...]

    def of(self, figure: str) -> Usual | None:
        """Give what is usual for one figure, None where nothing is known."""
        return next((one for one in self.usual if one.figure == figure), None)


@dataclass(frozen=True, slots=True)
class Reference:
    """One version of all of it. `weights` go with PARTS and add up to 1.

    `games` and `pairs` say how few games and pairs of opponents it was made of.
    """

    version: str
    games: int
    pairs: int
    weights: tuple[tuple[str, float], ...]
    roles: tuple[RoleReference, ...]

    def role(self, role: str | None) -> RoleReference | None:
        """Give a role's figures, None where there are none."""
        return next((one for one in self.roles if one.role == role), None)
