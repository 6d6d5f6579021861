"""What the damage page shows as rows: one for each source from one player to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.deadlock.domain.combat import WORLD, Ledger, ledger_of
from webapp.deadlock.domain.combat.sources import name_source
from webapp.deadlock.pages.combat.asked import Asked, asked_of, chosen_source, chosen_stat
from webapp.deadlock.pages.combat.people import REST, fighters_of
from webapp.deadlock.pages.combat.spans import cut_of
from webapp.deadlock.pages.frame import url_of
from webapp.deadlock.pages.sources import Sources, load_sources
from webapp.deadlock.pages.tables import write_csv
from webapp.matchroom.moment import Moment

NEEDED = ("scoreboard", "damage")


@dataclass(frozen=True, slots=True)
class CombatRow:
    """One amount: figure, stretch in seconds, who, whom, with what. Slot 0 is no player."""

    stat: str
    from_s: int
    to_s: int
    dealer_slot: int
    dealer: str
    target_slot: int
    target: str
    source: str
    kind: str
    engine: str
    amount: int


def combat_csv(match_id: int, moment: Moment, query: Mapping[str, str]) -> str | None:
    """Give what is shown as CSV, with what no player did or took; None without the match."""
    loaded = load_sources(match_id, *NEEDED)
    if loaded is None:
        return None
    ledger, people = ledger_of(loaded.slices["damage"]), fighters_of(loaded)
    asked = asked_of(url_of(match_id), moment, query, [one.slot for one in people])
    stat = chosen_stat(asked, ledger.stats)
    source = chosen_source(asked, ledger, stat)
    shown = ledger if source is None else ledger.only(source)
    return write_csv(_rows(loaded, shown, asked, stat.word), loaded.names)


def _rows(loaded: Sources, ledger: Ledger, asked: Asked, stat: str) -> list[CombatRow]:
    cut = cut_of(ledger.samples_s, asked.moment)
    heroes = {WORLD: REST} | {one.slot: one.hero for one in fighters_of(loaded)}
    amounts = ledger.running[:, cut.last] - ledger.running[:, cut.first]
    shown = np.flatnonzero(ledger.rows(stat) & (amounts != 0) & _chosen(ledger, asked))
    found = []
    for number in shown.tolist():
        dealer, target = int(ledger.dealer[number]), int(ledger.target[number])
        source = name_source(ledger.names[int(ledger.source[number])], loaded.names)
        people = (dealer, heroes[dealer], target, heroes[target])
        said = (source.name, source.kind, source.engine, int(amounts[number]))
        found.append(CombatRow(stat, cut.from_s, cut.to_s, *people, *said))
    return found


def _chosen(ledger: Ledger, asked: Asked) -> NDArray[np.bool_]:
    """Pick the rows of the chosen player, and of the chosen pair both ways."""
    dealer, target = ledger.dealer, ledger.target
    if asked.player is None:
        return np.ones(len(dealer), dtype=np.bool_)
    own, other = (dealer == asked.player), (target == asked.player)
    if asked.target is not None:
        own, other = own & (target == asked.target), other & (dealer == asked.target)
    picked: NDArray[np.bool_] = own | other
    return picked
