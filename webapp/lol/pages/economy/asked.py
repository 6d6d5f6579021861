"""What a reader chose on the Economy tab: the figure, and whose; kept in every link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from webapp.matchroom.moment import Moment

FIGURES: Final = (("gold", "Gold"), ("xp", "Experience"), ("cs", "CS"))
WHOSE: Final = (("side", "Sides"), ("lane", "Lanes"), ("player", "Players"))
UNITS: Final = {"gold": "gold", "xp": "experience", "cs": "CS"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what it is called, where it leads, whether it is the one shown."""

    word: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice; the first of each is the page's own and is left out of the address."""

    url: str
    moment: Moment
    figure: str = FIGURES[0][0]
    of: str = WHOSE[0][0]

    def href(self, **changes: str) -> str:
        """Give the address of the same page with something else chosen."""
        one = replace(self, **changes)  # type: ignore[arg-type]
        pairs = (("figure", one.figure, FIGURES), ("of", one.of, WHOSE))
        said = urlencode({name: value for name, value, all_of in pairs if value != all_of[0][0]})
        when = one.moment.query
        joined = f"{when}&{said}" if when else f"?{said}"
        return one.url + (joined if said else when)

    def figures(self) -> tuple[Choice, ...]:
        """Offer the figures."""
        return tuple(
            Choice(word, self.href(figure=slug), slug == self.figure) for slug, word in FIGURES
        )

    def whose(self, *, sided: bool, roles: bool) -> tuple[Choice, ...]:
        """Offer whose figures; only what the mode has."""
        left_out = {"side"} if not sided else set()
        left_out |= set() if roles else {"lane"}
        return tuple(
            Choice(word, self.href(of=slug), slug == self.of)
            for slug, word in WHOSE
            if slug not in left_out
        )


def asked_of(
    url: str, moment: Moment, query: Mapping[str, str], *, sided: bool, roles: bool
) -> Asked:
    """Read the choice from the query; what makes no sense is as good as none."""
    figure = query.get("figure", "")
    of = query.get("of", "") if sided else "player"
    known = {slug for slug, _ in WHOSE} - (set() if roles else {"lane"})
    return Asked(
        url,
        moment,
        figure=figure if figure in UNITS else FIGURES[0][0],
        of=of if of in known else WHOSE[0][0],
    )
