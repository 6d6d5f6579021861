"""What the reader chose to see on the map: whose wards, of which kind, and ways to change it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from webapp.dota2.domain.words import SIDE_NAMES
from webapp.matchroom.moment import Moment

KINDS = {"": "All wards", "observer": "Observers", "sentry": "Sentries", "none": "No wards"}
WHOSE = {"": "Both sides", **SIDE_NAMES}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, with the way to it."""

    word: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; "" is all of them."""

    url: str
    moment: Moment
    kind: str = ""
    side: str = ""
    player: int | None = None

    @property
    def narrowing(self) -> str:
        """Give the query that narrows a table to the wards drawn."""
        kind, side = self.kind or None, self.side or None
        return self.moment.query_with(kind=kind, side=side, player=self.player)

    @property
    def href(self) -> str:
        """Give the address of this choice."""
        span = self.moment.span
        parts: dict[str, object] = {"t": None if span else self.moment.at}
        if span:
            parts |= dict(zip(("from", "to"), span, strict=True))
        parts |= {"kind": self.kind or None, "side": self.side or None, "player": self.player}
        said = urlencode({name: value for name, value in parts.items() if value is not None})
        return f"{self.url}/map" + (f"?{said}" if said else "")

    def kinds(self) -> tuple[Choice, ...]:
        """Offer kinds of wards."""
        return tuple(
            Choice(word, replace(self, kind=kind).href, kind == self.kind)
            for kind, word in KINDS.items()
        )

    def sides(self) -> tuple[Choice, ...]:
        """Offer sides; a side is not a player."""
        return tuple(
            Choice(
                word,
                replace(self, side=side, player=None).href,
                side == self.side and self.player is None,
            )
            for side, word in WHOSE.items()
        )

    def of_player(self, slot: int) -> str:
        """Give the way to one player's wards."""
        return replace(self, player=None if slot == self.player else slot, side="").href

    def wants(self, kind: str, slot: int, side: str) -> bool:
        """Say whether a ward is among those chosen."""
        return self.kind in {"", kind} and self.side in {"", side} and self.player in {None, slot}


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Collection[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    kind, side, player = query.get("kind", ""), query.get("side", ""), query.get("player", "")
    slot = int(player) if player.isascii() and player.isdigit() and len(player) == 1 else None
    return Asked(
        url=url,
        moment=moment,
        kind=kind if kind in KINDS else "",
        side=side if side in WHOSE else "",
        player=slot if slot in slots else None,
    )
