"""A side of the match: whom it banned and what it took."""

from typing import Final

import msgspec


class Ban(msgspec.Struct, frozen=True):
    """One ban; `champion_id` is None when the player let it pass."""

    turn: int | None
    champion_id: int | None


class Tally(msgspec.Struct, frozen=True):
    """How many of one objective a side took, and whether it took the first of the match.

    `kind` is "champion", "turret", "inhibitor", "dragon", "herald", "grub", "baron", "atakhan" or
    what the body wrote.
    """

    kind: str
    kills: int | None
    first: bool | None


SHUT_OUT: Final = 1_001
"""A feat's number for the side that can no longer win it; the other side won it then."""


class FeatState(msgspec.Struct, frozen=True):
    """A feat of strength (2025): its name as the body wrote it, and its state."""

    name: str
    state: int | None


class Team(msgspec.Struct, frozen=True):
    """One team of the body; `side` is None where it is no side (Arena, Swarm)."""

    team_id: int
    side: str | None
    win: bool | None
    bans: tuple[Ban, ...]
    tallies: tuple[Tally, ...]
    feats: tuple[FeatState, ...]

    @property
    def feats_lost(self) -> int | None:
        """Count the feats the side was shut out of; None where the body knows no feats."""
        if not self.feats:
            return None
        return sum(one.state == SHUT_OUT for one in self.feats)

    def tally(self, kind: str) -> Tally | None:
        """Give what the side took of one kind, None where the body does not count it."""
        return next((one for one in self.tallies if one.kind == kind), None)
