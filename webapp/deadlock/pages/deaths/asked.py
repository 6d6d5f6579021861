"""What a reader chose on the Deaths page: whose deaths, and which one; kept in every link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from webapp.deadlock.domain.analysis.deaths import DeathTold
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

LONGEST = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice: a span or moment of the strip, one player's deaths or one side's, one death."""

    url: str
    moment: Moment
    player: int | None = None
    side: str | None = None
    death: str | None = None

    def href(self, **changes: object) -> str:
        """Give the address of the page with something else chosen; no death stays open."""
        return replace(self, **{"death": None, **changes}).address  # type: ignore[arg-type]

    def open_href(self, death: DeathTold) -> str:
        """Give the address that opens a death: its moment on the strip, the list as it is."""
        return replace(self, death=key_of(death)).address_at(death.at_s)

    @property
    def address(self) -> str:
        """Give the address of this choice."""
        return self.address_at(self.moment.second)

    def address_at(self, at: int | str | None) -> str:
        """Give the address of this choice with another second on the strip."""
        span = self.moment.span
        parts: dict[str, object] = {"t": at if span is None or self.death else None}
        if span:
            parts |= dict(zip(("from", "to"), self.moment.ends, strict=True))
        parts |= {"player": self.player, "side": self.side, "death": self.death}
        said = urlencode({name: value for name, value in parts.items() if value is not None})
        return f"{self.url}/combat/deaths" + (f"?{said}" if said else "")

    @property
    def narrowing(self) -> str:
        """Give the query that narrows a table to the deaths listed."""
        return self.moment.query_with(player=self.player, side=self.side)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Give what the form that asks for a player must send along."""
        if self.moment.span:
            start, end = self.moment.ends
            return ("from", str(start)), ("to", str(end))
        return () if self.moment.at is None else (("t", str(self.moment.second)),)


def asked_of(url: str, moment: Moment, query: Mapping[str, str], sides: Mapping[int, str]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    text = query.get("player", "")
    player = int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
    side = query.get("side")
    return Asked(
        url=url,
        moment=moment,
        player=player if player in sides else None,
        side=side if side in {"a", "b"} and player not in sides else None,
        death=query.get("death"),
    )


def listed(asked: Asked, deaths: Sequence[DeathTold]) -> list[int]:
    """Give the numbers of the deaths asked for."""
    first, last = asked.moment.span or (0, 10**9)
    return [
        number
        for number, one in enumerate(deaths)
        if first <= one.at_s <= last
        and asked.player in {None, one.victim}
        and asked.side in {None, one.around.side}
    ]


def deaths_of(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[DeathTold]:
    """Give the deaths of a match that a query asks for."""
    sides = {row.slot: row.side for row in loaded.slices["scoreboard"].rows}
    deaths = loaded.slices["deaths"].deaths
    asked = asked_of(url_of(loaded.row.match_id), moment, query, sides)
    return [deaths[number] for number in listed(asked, deaths)]


def opened(asked: Asked, deaths: Sequence[DeathTold], among: Sequence[int]) -> int | None:
    """Give the death to tell: the one named, else the last of those listed by the moment.

    A named death gives way when the strip has been moved to another moment.
    """
    at = asked.moment.at
    named = (n for n, one in enumerate(deaths) if key_of(one) == asked.death)
    found = next(named, None)
    if found is not None and at in {None, deaths[found].at_s}:
        return found
    if at is None:
        return None
    return max((number for number in among if deaths[number].at_s <= at), default=None)


def key_of(death: DeathTold) -> str:
    """Name a death in an address: second and slot."""
    return f"{death.at_s}-{death.victim}"
