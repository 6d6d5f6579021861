"""What an account's games are narrowed down to: read from a URL, asked of a game, written back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from typing import Final
from urllib.parse import urlencode

from webapp.lol.domain.played import Played

RESULTS: Final = {"won": True, "lost": False}
ROLES: Final = ("top", "jungle", "middle", "bottom", "support")
LONGEST_NUMBER: Final = 9
PATCH: Final = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Filter:
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
        said = {
            "queue": "" if self.queue_id is None else str(self.queue_id),
            "champion": "" if self.champion_id is None else str(self.champion_id),
            "role": self.role or "",
            "patch": self.patch or "",
            "result": {True: "won", False: "lost", None: ""}[self.won],
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return {name: value for name, value in said.items() if value}

    def url(self, **more: str | int) -> str:
        """Write the choice, and what else is chosen, as a query; "?" alone for none."""
        return "?" + urlencode(self.parts | {name: str(value) for name, value in more.items()})

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
        queue_id=_number(asked.get("queue", "")),
        champion_id=_number(asked.get("champion", "")),
        role=role if role in ROLES else None,
        patch=patch if PATCH.fullmatch(patch) else None,
        won=RESULTS.get(asked.get("result", "")),
        since=_day(asked.get("since", "")),
        until=_day(asked.get("until", "")),
    )


def narrow(played: Iterable[Played], wanted: Filter) -> list[Played]:
    """Keep the games that are meant."""
    return [one for one in played if wanted.takes(one)]


def _number(text: str) -> int | None:
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if plain else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
