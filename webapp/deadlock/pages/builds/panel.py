"""How the Builds tab follows the strip: what a moment comes to, what is drawn for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable

from webapp.core.fragments import drawn
from webapp.deadlock.pages.builds.inventories import SideInventories, inventories_at
from webapp.deadlock.pages.builds.shelves import chosen_slot, shelves_of
from webapp.deadlock.pages.demo import demo_casts, demo_items, demo_modifiers
from webapp.deadlock.pages.frame import FRAME_SLICES, url_of
from webapp.deadlock.pages.sources import Sources
from webapp.matchroom.moment import Moment
from webapp.matchroom.panels import Panel, Query

OWNED, CASTS, TIMED, MODIFIERS = "owned", "casts", "timed", "modifiers"
PARTS = "deadlock/_demo_parts.html"
LONGEST = 5
OF_ONE = ("builds", "skills", "buffs", "published", "published-skills")
"""Tables of one player, the chosen one."""


def owned_at(loaded: Sources, moment: Moment) -> tuple[SideInventories, ...]:
    """Give what everybody owned at the moment, or bought in the span."""
    duration_s = loaded.row.duration_s
    at_s = duration_s if moment.at is None else min(moment.at, duration_s)
    return inventories_at(loaded, moment, at_s)


def narrowing(moment: Moment, slot: int | None) -> dict[str, str]:
    """Say what narrows each table: the chosen player, the moment, or both."""
    own = moment.query_with(player=slot)
    return {**dict.fromkeys(OF_ONE, own), "owned": moment.query}


def _shows(loaded: Sources, moment: Moment, query: Query) -> Hashable:
    slot = _slot(loaded, query)
    if slot is None:
        return None
    shelf, (first, last) = shelves_of(loaded)[slot], moment.reach
    buffs = [one for one in loaded.slices["builds"].buffs if one.slot == slot]
    return tuple(
        (bisect_left(times, first), bisect_right(times, last))
        for times in (
            [one.at_s for one in shelf.bought],
            [one.at_s for one in shelf.learnt],
            sorted(at_s for one in buffs for at_s in one.picked_at_s),
        )
    )


def _slot(loaded: Sources, query: Query) -> int | None:
    text = query.get("player", "")
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST
    return chosen_slot(loaded, int(text) if plain else None)


def _owned(loaded: Sources, moment: Moment, _query: Query) -> str:
    sides = owned_at(loaded, moment)
    return drawn("deadlock/_build_tables.html", "inventory_sides", sides)


def _casts(loaded: Sources, moment: Moment, _query: Query) -> str:
    view = demo_casts(loaded, moment)
    return drawn(PARTS, "demo_casts_of", view, url_of(loaded.row.match_id))


def _timed(loaded: Sources, moment: Moment, query: Query) -> str:
    view = demo_items(loaded, moment, _slot(loaded, query))
    return drawn(PARTS, "demo_items_of", view, url_of(loaded.row.match_id)) if view else ""


def _modifiers(loaded: Sources, moment: Moment, query: Query) -> str:
    view = demo_modifiers(loaded, moment, _slot(loaded, query))
    return drawn(PARTS, "demo_modifiers_of", view, url_of(loaded.row.match_id)) if view else ""


BUILDS = Panel(
    "builds",
    (*FRAME_SLICES, "builds", "demo_casts", "demo_items", "demo_modifiers"),
    _shows,
    {OWNED: _owned, CASTS: _casts, TIMED: _timed, MODIFIERS: _modifiers},
)
