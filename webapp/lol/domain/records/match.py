"""The whole match."""

from datetime import datetime

import msgspec

from webapp.lol.domain.records.player import Player
from webapp.lol.domain.records.team import Team
from webapp.lol.domain.records.timeline import Timeline


class Match(msgspec.Struct, frozen=True):
    """One match, whatever mode and age.

    `match_id` is platform and number ("EUW1_123"). Times are aware and UTC; `started_at` is None
    for a game that never began. `mode` decides the layout: "rift" (two sides of five with roles),
    "aram", "arena" (places of small teams), "swarm", "other", "remake" or "aborted" (it never
    began). `ending` is "finished", "surrender", "early surrender", "remake", "aborted" or what
    the body wrote. `winner` is a side, None where there is none. `timeline` is None when it was
    never fetched or no longer exists. `missing` says in plain sentences what the bodies lack.
    """

    match_id: str
    platform: str
    game_id: int
    created_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    duration_s: int
    queue_id: int | None
    game_mode: str
    game_type: str
    map_id: int | None
    version: str
    mode: str
    ending: str
    winner: str | None
    players: tuple[Player, ...]
    teams: tuple[Team, ...]
    tournament: bool
    timeline: Timeline | None
    missing: tuple[str, ...]

    @property
    def patch(self) -> str:
        """Give the first two parts of the version, such as 16.4."""
        return ".".join(self.version.split(".")[:2])

    def player(self, slot: int) -> Player | None:
        """Give one player, None for a number nobody has."""
        return next((one for one in self.players if one.slot == slot), None)

    def team(self, side: str) -> Team | None:
        """Give one side's team, None where the body has none."""
        return next((one for one in self.teams if one.side == side), None)

    def opponent(self, slot: int) -> Player | None:
        """Give the player of the same role on the other side, None where roles do not say."""
        own = self.player(slot)
        if own is None or own.role is None or own.side is None:
            return None
        found = [
            one for one in self.players if one.role == own.role and one.side not in {own.side, None}
        ]
        return found[0] if len(found) == 1 else None
