"""What a reader chose on the Economy tab: player, figure, kind of souls; kept in every link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from webapp.deadlock.domain.economy import KINDS, Kind, kind_of
from webapp.deadlock.pages.combat.links import Choice
from webapp.matchroom.moment import Moment

COUNTS: Final = (("rate", "Souls / min"), ("share", "Share of side"), ("held", "Held unspent"))
LONGEST_NUMBER: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; None is the page's own, and is left out of the address."""

    url: str
    moment: Moment
    player: int | None = None
    count: str | None = None
    of: str | None = None

    def href(self, **changes: object) -> str:
        """Give the address of the same page with something else chosen."""
        one = replace(self, **changes)  # type: ignore[arg-type]
        said = urlencode({name: value for name, value in one.query if value is not None})
        when = one.moment.query
        return one.url + (
            f"{when}&{said}" if when and said else when or (f"?{said}" if said else "")
        )

    @property
    def query(self) -> tuple[tuple[str, str | None], ...]:
        """Give what stands in the address beside the moment."""
        player = None if self.player is None else str(self.player)
        return (("player", player), ("count", self.count), ("of", self.of))

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Give what a form that asks for another player must send along."""
        start, end = self.moment.ends if self.moment.span else (None, None)
        found = [
            ("t", None if self.moment.span else self.moment.second),
            ("from", start),
            ("to", end),
            *self.query[1:],
        ]
        return tuple((name, str(value)) for name, value in found if value is not None)

    @property
    def kind(self) -> Kind:
        """Give the kind of souls that is counted."""
        return kind_of(self.of)

    @property
    def figure(self) -> str:
        """Give the figure that is counted."""
        return self.count or COUNTS[0][0]

    def counts(self, *, held: bool) -> tuple[Choice, ...]:
        """Offer the figures; what lay unspent only where the match counts it."""
        return tuple(
            Choice(word, self.href(count=None if slug == "rate" else slug), slug == self.figure)
            for slug, word in COUNTS
            if held or slug != "held"
        )

    def kinds(self) -> tuple[Choice, ...]:
        """Offer the kinds of souls; none for what lay unspent, which has no source."""
        if self.figure == "held":
            return ()
        return tuple(
            Choice(
                kind.word, self.href(of=None if kind is KINDS[0] else kind.slug), kind is self.kind
            )
            for kind in KINDS
        )


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Iterable[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    count, of = query.get("count"), query.get("of")
    return Asked(
        url,
        moment,
        player=_slot(query.get("player"), set(slots)),
        count=count if count in {slug for slug, _ in COUNTS[1:]} else None,
        of=of if of in {kind.slug for kind in KINDS[1:]} else None,
    )


def _slot(text: str | None, known: set[int]) -> int | None:
    plain = text or ""
    if not (plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_NUMBER):
        return None
    return int(plain) if int(plain) in known else None
