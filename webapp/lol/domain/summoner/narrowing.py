"""What an account's games are narrowed down to: read from a URL, asked of a game, written back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from typing import Final

from webapp.lol.domain.played import Played
from webapp.matchplay.players.narrowing import (
    RESULTS,
    Narrowing,
    day_asked,
    number_asked,
    parts_said,
)

ROLES: Final = ("top", "jungle", "middle", "bottom", "support")
LONGEST_NUMBER: Final = 9
PATCH: Final = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Filter(Narrowing):
    """Which of an account's games are meant; None means all."""

    queue_id: int | None = None
    champion_id: int | None = None
    role: str | None = None
    patch: str | None = None
    won: bool | None = None
    since: date | None = None
    until: date | None = None

    @property
    def parts(self) -> dict[str, str]:
        """Say the choice as the parts of a URL's query."""
        return parts_said(
            queue=self.queue_id,
            champion=self.champion_id,
            role=self.role,
            patch=self.patch,
            result=self.won,
            since=self.since,
            until=self.until,
        )

    def takes(self, one: Played) -> bool:
        """Say whether a game is meant."""
        day = one.started_at.astimezone(UTC).date()
        return (
            self.queue_id in {None, one.queue_id}
            and self.champion_id in {None, one.champion_id}
            and self.role in {None, one.role}
            and self.patch in {None, one.patch}
            and self.won in {None, one.won}
            and (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
        )


def filter_of(asked: Mapping[str, str]) -> Filter:
    """Read the filter from a URL; what makes no sense is as good as none."""
    role, patch = asked.get("role", ""), asked.get("patch", "")
    return Filter(
        queue_id=number_asked(asked.get("queue", ""), LONGEST_NUMBER),
        champion_id=number_asked(asked.get("champion", ""), LONGEST_NUMBER),
        role=role if role in ROLES else None,
        patch=patch if PATCH.fullmatch(patch) else None,
        won=RESULTS.get(asked.get("result", "")),
        since=day_asked(asked.get("since", "")),
        until=day_asked(asked.get("until", "")),
    )
