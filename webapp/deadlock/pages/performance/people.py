"""Who stands on the page: the twelve, and the way to each one's profile."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment

LONGEST_SLOT = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A player by the hero played; `href` opens the profile at the chosen moment."""

    slot: int
    side: str
    hero_id: int
    hero: str
    letters: str
    player: str | None
    href: str


def people_of(loaded: Sources, url: str, moment: Moment) -> tuple[Person, ...]:
    """Name everybody, first side first."""
    made = []
    for row in loaded.slices["scoreboard"].rows:
        hero = loaded.names.hero(row.hero_id)
        name = loaded.people.get(row.account_id) if row.account_id else None
        href = f"{url}{moment.query}{'&' if moment.query else '?'}player={row.slot}"
        made.append(Person(row.slot, row.side, row.hero_id, hero.name, hero.letters, name, href))
    return tuple(sorted(made, key=lambda one: (one.side, one.slot)))


def chosen_person(people: tuple[Person, ...], text: str | None) -> Person | None:
    """Give the player the reader asked for; what makes no sense is as good as nobody."""
    plain = text or ""
    if not (plain.isascii() and plain.isdigit() and len(plain) <= LONGEST_SLOT):
        return None
    return next((one for one in people if one.slot == int(plain)), None)
