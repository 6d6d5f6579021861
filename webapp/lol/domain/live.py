"""A game that is on, as it is kept; how often it is looked at, and which match it becomes.

The form is that of Riot's answer, of which a kept one may be an older or a shorter one.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec

from webapp.lol.domain.door import read_match_id

LOOK_EVERY: Final = timedelta(minutes=1)
"""How often Riot is asked about one account, for all readers together."""
SHOWN_AFTER: Final = timedelta(hours=2)
"""How long a game that is over is told of."""
LATE: Final = timedelta(minutes=20)
"""How long after a game Riot may take to have its match."""
LONGEST: Final = timedelta(hours=3)
"""How long after it was seen a game may still be told of as being on."""
STEPS: Final = ("Wait for a worker", "Ask Riot whether a game is on")


class LivePlayer(msgspec.Struct, frozen=True, rename="camel"):
    """Somebody in the game; no `riot_id` for one who hides it."""

    champion_id: int
    team_id: int = 0
    puuid: str | None = None
    riot_id: str | None = None
    spell1_id: int | None = msgspec.field(default=None, name="spell1Id")
    spell2_id: int | None = msgspec.field(default=None, name="spell2Id")
    bot: bool = False


class LiveBan(msgspec.Struct, frozen=True, rename="camel"):
    """A champion nobody may play in it."""

    champion_id: int
    team_id: int = 0


class LiveGame(msgspec.Struct, frozen=True, rename="camel"):
    """The game."""

    game_id: int = 0
    game_mode: str = ""
    map_id: int | None = None
    platform_id: str = ""
    game_queue_config_id: int | None = None
    game_start_time: int = 0
    participants: tuple[LivePlayer, ...] = ()
    banned_champions: tuple[LiveBan, ...] = ()

    def began_at(self, seen_at: datetime) -> datetime | None:
        """Say when it began; None while it loads, or where the time makes no sense."""
        if self.game_start_time <= 0:
            return None
        try:
            began = datetime.fromtimestamp(self.game_start_time / 1000, UTC)
        except (OverflowError, ValueError, OSError):
            return None
        return began if timedelta() <= seen_at - began < LONGEST else None

    def match_id(self, platform: str) -> str | None:
        """Name the match it becomes, on the account's platform where the game names none."""
        return read_match_id(f"{self.platform_id or platform}_{self.game_id}")


def read_live(kept: dict[str, Any]) -> LiveGame:
    """Read a kept game; one of an older form shows what it can."""
    try:
        return msgspec.convert(kept, LiveGame)
    except msgspec.ValidationError:
        return LiveGame()


def live_key(account_id: uuid.UUID) -> str:
    """Name the look at an account's game: never two at once."""
    return f"lol.live:{account_id}"
