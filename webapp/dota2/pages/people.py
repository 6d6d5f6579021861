"""Who played, by slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.holding import holding
from webapp.dota2.domain.catalogue import Catalogue
from webapp.dota2.pages.head import SIDE_NAMES

HELD = 64
UNKNOWN = "somebody"


@dataclass(frozen=True, slots=True)
class Person:
    """One player as tables show them."""

    slot: int
    side: str
    hero: str
    letters: str
    player: str


@holding(HELD)
def people_of(loaded: Any) -> Mapping[int, Person]:
    """Give everybody by slot; what was loaded never ages, so neither does this."""
    return {row.slot: _person(row, loaded.names) for row in loaded.slices["scoreboard"].rows}


def _person(row: Any, names: Catalogue) -> Person:
    hero = names.hero(row.hero_id)
    unnamed = "Anonymous" if row.account_id is None else f"Player {row.account_id}"
    player = row.pro_name or row.name or unnamed
    return Person(row.slot, row.side, hero.name, hero.letters, player)


def hero_of(loaded: Any, slot: int | None) -> str:
    """Name a slot's hero."""
    person = people_of(loaded).get(-1 if slot is None else slot)
    return person.hero if person else UNKNOWN


def asked_slot(loaded: Any, query: Mapping[str, str]) -> int | None:
    """Give the slot a query asks for; one who did not play is as good as none."""
    return next((slot for slot in people_of(loaded) if str(slot) == query.get("player")), None)


def side_said(side: str | None) -> str:
    """Name a side."""
    return SIDE_NAMES.get(side or "", "not recorded")
