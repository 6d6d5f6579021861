"""How high everybody stood, from the demo, for the Map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from webapp.deadlock.domain.demos import DemoHeights
from webapp.deadlock.domain.terms import Term
from webapp.deadlock.pages.demo.part import demo_part, demo_terms
from webapp.deadlock.pages.sources import Sources, load_sources

SLICE = "demo_heights"
HeightsBySlot = Mapping[int, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True)
class DemoHeightsView:
    """Where the heights of every second are, and the words for them."""

    url: str
    terms: dict[str, Term]


def demo_heights(loaded: Sources) -> DemoHeightsView | None:
    """Say that a map has heights; None where no demo tells any."""
    if demo_part(loaded, SLICE, DemoHeights) is None:
        return None
    url = f"/deadlock/matches/{loaded.row.match_id}/demo/heights"
    return DemoHeightsView(url, demo_terms())


def heights_by_slot(loaded: Sources) -> HeightsBySlot:
    """Give everybody's height in metres, second by second; empty without a demo."""
    part = demo_part(loaded, SLICE, DemoHeights)
    return {one.slot: one.metres for one in part.players} if part else {}


def heights_json(match_id: int) -> bytes | None:
    """Write the heights of a match, by slot; None where no demo tells any."""
    loaded = load_sources(match_id, SLICE)
    told = heights_by_slot(loaded) if loaded else {}
    return msgspec.json.encode(told) if told else None
