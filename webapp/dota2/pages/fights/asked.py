"""What a reader chose on the Fights page: whose fights, and which one; kept in every link."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from webapp.dota2.domain.analysis.fights import Fight
from webapp.matchroom.moment import Moment

LONGEST = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice: one player's fights, and the number of the fight that is open."""

    url: str
    moment: Moment
    player: int | None = None
    fight: int | None = None

    def whose(self, player: int | None) -> str:
        """Give the address of the page for a player; no fight stays open."""
        return replace(self, player=player, fight=None).address

    def open_href(self, fight: Fight) -> str:
        """Give the address that opens a fight: its start on the strip, the list as it is."""
        return replace(self, fight=fight.number).at_second(max(0, fight.start_s))

    @property
    def narrowing(self) -> str:
        """Give the query that narrows a table to the fights listed."""
        return self.moment.query_with(player=self.player)

    @property
    def address(self) -> str:
        """Give the address of this choice."""
        return self.at_second(self.moment.at)

    def at_second(self, at: int | None) -> str:
        """Give the address of this choice with another second on the strip."""
        span = self.moment.span
        parts: dict[str, int | None] = {"t": at if span is None or self.fight else None}
        if span:
            parts |= dict(zip(("from", "to"), span, strict=True))
        parts |= {"player": self.player, "fight": self.fight}
        said = urlencode({name: value for name, value in parts.items() if value is not None})
        return f"{self.url}/fights" + (f"?{said}" if said else "")


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Collection[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    player = _number(query.get("player"))
    return Asked(
        url=url,
        moment=moment,
        player=player if player in slots else None,
        fight=_number(query.get("fight")),
    )


def listed(asked: Asked, fights: Sequence[Fight]) -> list[Fight]:
    """Give the fights asked for; a span has those that overlap it."""
    first, last = asked.moment.span or (-(10**6), 10**9)
    return [
        one
        for one in fights
        if one.start_s <= last
        and one.end_s >= first
        and (asked.player is None or _took_part(one, asked.player))
    ]


def _took_part(fight: Fight, slot: int) -> bool:
    return any(part.slot == slot and part.fought for part in fight.players)


def opened(asked: Asked, among: Sequence[Fight]) -> Fight | None:
    """Give the fight to tell: the one named, else the last begun by the moment, else the largest.

    A named fight gives way when the strip has been moved out of it.
    """
    at = None if asked.moment.span else asked.moment.at
    named = next((one for one in among if one.number == asked.fight), None)
    if named and (at is None or named.start_s <= at <= named.end_s or at == max(0, named.start_s)):
        return named
    if at is not None:
        begun = [one for one in among if one.start_s <= at]
        return begun[-1] if begun else None
    return max(among, key=lambda one: (one.deaths, one.start_s), default=None)


def _number(text: str | None) -> int | None:
    plain = text or ""
    good = plain.isascii() and plain.isdigit() and len(plain) <= LONGEST
    return int(plain) if good else None
