"""What a reader chose on the Fights page: which fights, and which one; kept in every link."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from webapp.deadlock.domain.analysis.fights import Fight
from webapp.deadlock.pages.fights.lost import sum_known
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

LONGEST = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; `bloodless` also lists fights in which nobody fell."""

    url: str
    moment: Moment
    player: int | None = None
    bloodless: bool = False
    fight: int | None = None

    def href(self, **changes: object) -> str:
        """Give the address of the page with something else chosen; no fight stays open."""
        return replace(self, **{"fight": None, **changes}).address  # type: ignore[arg-type]

    def open_href(self, fight: Fight) -> str:
        """Give the address that opens a fight: its start on the strip, the list as it is."""
        return replace(self, fight=fight.number).address_at(fight.start_s)

    @property
    def address(self) -> str:
        """Give the address of this choice."""
        return self.address_at(self.moment.second)

    def address_at(self, at: int | str | None) -> str:
        """Give the address of this choice with another second on the strip."""
        span = self.moment.span
        parts: dict[str, object] = {}
        if at is not None and (span is None or self.fight):
            parts["t"] = at
        if span:
            parts |= dict(zip(("from", "to"), self.moment.ends, strict=True))
        chosen = {"player": self.player, "all": self.bloodless or None, "fight": self.fight}
        parts |= {name: int(value) for name, value in chosen.items() if value is not None}
        return f"{self.url}/combat/fights" + (f"?{urlencode(parts)}" if parts else "")

    @property
    def narrowing(self) -> str:
        """Give the query that narrows a table to the fights listed."""
        return self.moment.query_with(player=self.player, all=int(self.bloodless))

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Give what the form that asks for a player must send along."""
        start, end = self.moment.ends
        spans = (("from", start), ("to", end))
        when = spans if self.moment.span else (("t", self.moment.second),)
        chosen = (*when, ("all", 1 if self.bloodless else None))
        return tuple((name, str(value)) for name, value in chosen if value is not None)


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Collection[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    player = _number(query.get("player"))
    return Asked(
        url=url,
        moment=moment,
        player=player if player in slots else None,
        bloodless=query.get("all") == "1",
        fight=_number(query.get("fight")),
    )


def listed(asked: Asked, fights: Sequence[Fight]) -> list[Fight]:
    """Give the fights asked for; a span has those that overlap it."""
    first, last = asked.moment.span or (0, 10**9)
    return [
        one
        for one in fights
        if one.start_s <= last
        and one.end_s >= first
        and (one.deaths or asked.bloodless)
        and (asked.player is None or asked.player in (*one.a.fought, *one.b.fought))
    ]


def fights_of(loaded: Sources, moment: Moment, query: Mapping[str, str]) -> list[Fight]:
    """Give the fights of a match a query asks for, bloodless ones too unless it says `all=0`."""
    slots = {row.slot for row in loaded.slices["scoreboard"].rows}
    asked = asked_of(url_of(loaded.row.match_id), moment, query, slots)
    every = replace(asked, bloodless=query.get("all") != "0")
    return listed(every, loaded.slices["fights"].fights)


def opened(asked: Asked, fights: Sequence[Fight], among: Sequence[Fight]) -> Fight | None:
    """Give the fight to tell: the one named, else that of the moment, else the largest listed.

    A named fight gives way when the strip has been moved out of it. Of the moment is the last of
    those listed that had begun by then.
    """
    at = asked.moment.at
    named = next((one for one in fights if one.number == asked.fight), None)
    if named and (at is None or named.start_s <= at <= named.end_s):
        return named
    if at is not None and not asked.moment.span:
        begun = [one for one in among if one.start_s <= at]
        return max(begun, key=lambda one: (one.end_s >= at, one.start_s), default=None)
    return max(among, key=size_of, default=None)


def size_of(fight: Fight) -> tuple[int, int, int]:
    """Say how large a fight is: deaths, health lost, heroes."""
    lost = (sum_known(fight.a.health_lost) or 0) + (sum_known(fight.b.health_lost) or 0)
    return len(fight.deaths), lost, len(fight.a.fought) + len(fight.b.fought)


def _number(text: str | None) -> int | None:
    plain = text or ""
    good = plain.isascii() and plain.isdigit() and len(plain) <= LONGEST
    return int(plain) if good else None
