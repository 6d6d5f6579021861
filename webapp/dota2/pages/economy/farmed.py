"""What everybody killed for gold, stacked, and how busy and how long dead they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from webapp.core.holding import holding
from webapp.dota2.domain.analysis.economy import Economy, Farm, PlayerEconomy
from webapp.dota2.pages.people import Person, people_of
from webapp.matchplay.charts import clock

HELD: Final = 32


@dataclass(frozen=True, slots=True)
class FarmRow:
    """One player; `dead` is a clock."""

    person: Person
    farm: Farm | None
    stacks: int | None
    actions_per_minute: int | None
    dead: str | None


@holding(HELD)
def farm_rows(loaded: Any) -> tuple[FarmRow, ...]:
    """Give everybody by slot; nothing where no kills of units are recorded."""
    economy: Economy = loaded.slices["economy"]
    if all(one.farm is None for one in economy.players):
        return ()
    people = people_of(loaded)
    return tuple(_row(one, people[one.slot]) for one in economy.players)


def _row(one: PlayerEconomy, person: Person) -> FarmRow:
    return FarmRow(
        person=person,
        farm=one.farm,
        stacks=one.camps_stacked,
        actions_per_minute=one.actions_per_minute,
        dead=None if one.dead_s is None else clock(one.dead_s),
    )
