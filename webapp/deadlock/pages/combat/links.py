"""The ways between the pages of the Combat tab, and between choices on one of them."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchroom.moment import Moment

_PAGES = (
    ("combat", "Damage", "/combat"),
    ("combat_deaths", "Deaths", "/combat/deaths"),
    ("combat_fights", "Fights", "/combat/fights"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what it is called, where it leads, whether it is the one shown."""

    word: str
    href: str
    current: bool


def combat_links(
    url: str, moment: Moment, current: str, player: int | None = None
) -> tuple[Choice, ...]:
    """Lead to each page of the tab at the chosen moment, and to the chosen player's part of it.

    `current` is the page's own `tab`.
    """
    chosen = "" if player is None else f"{'&' if moment.query else '?'}player={player}"
    return tuple(
        Choice(word, url + path + moment.query + chosen, page == current)
        for page, word, path in _PAGES
    )
