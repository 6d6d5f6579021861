"""What a reader chose on the Economy tab: a player, and which figure; kept in every link."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from webapp.dota2.pages.stretch import Choice
from webapp.matchroom.moment import Moment


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the curves: its name in the slice, its word, its unit."""

    slug: str
    word: str
    unit: str


FIGURES: Final = (
    Figure("gold", "Gold earned", "gold"),
    Figure("xp", "Experience", "XP"),
    Figure("last_hits", "Last hits", "creeps"),
    Figure("denies", "Denies", "creeps"),
    Figure("net_worth", "Net worth", "gold"),
)
_BY_SLUG: Final = {one.slug: one for one in FIGURES}
_SLOTS: Final = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; None is the page's own, and is left out of the address."""

    url: str
    moment: Moment
    player: int | None = None
    of: str | None = None

    @property
    def figure(self) -> Figure:
        """Give the figure the curves show."""
        return _BY_SLUG.get(self.of or "", FIGURES[0])

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Give what a form that asks for another player must send along."""
        start, end = self.moment.ends if self.moment.span else (None, None)
        at = None if self.moment.span else self.moment.second
        found = (("t", at), ("from", start), ("to", end), ("of", self.of))
        return tuple((name, str(value)) for name, value in found if value is not None)

    def figures(self, recorded: Container[str]) -> tuple[Choice, ...]:
        """Offer the figures that are recorded, and the one that is shown."""
        now = self.figure.slug
        return tuple(
            Choice(one.word, self.href(of=None if one is FIGURES[0] else one.slug), one.slug == now)
            for one in FIGURES
            if one.slug == now or one.slug in recorded
        )

    def href(self, **changes: object) -> str:
        """Give the address of the same page with something else chosen."""
        one = replace(self, **changes)  # type: ignore[arg-type]
        chosen = (("player", one.player), ("of", one.of))
        said = urlencode({name: value for name, value in chosen if value is not None})
        when = one.moment.query
        return one.url + (
            f"{when}&{said}" if when and said else when or (f"?{said}" if said else "")
        )


def asked_of(url: str, moment: Moment, query: Mapping[str, str], slots: Iterable[int]) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    player, of = query.get("player", ""), query.get("of")
    known = player in _SLOTS and int(player) in set(slots)
    return Asked(
        url,
        moment,
        player=int(player) if known else None,
        of=of if of in _BY_SLUG and of != FIGURES[0].slug else None,
    )
