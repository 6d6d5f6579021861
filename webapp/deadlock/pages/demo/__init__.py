"""What pages show of a match's demo: its section on the Data tab, and what it adds to others.

Each addition is there only where the demo told it and was compared with the very body the
page shows; without a demo nothing is missing from any page. A page that shows one loads the
slice of the same name with the rest: "demo_hits", "demo_fights", "demo_bosses", "demo_casts",
"demo_items", "demo_modifiers" or "demo_heights".
"""

from webapp.deadlock.pages.demo.bosses import DemoBossesView, demo_bosses
from webapp.deadlock.pages.demo.casts import DemoCastsView, demo_casts
from webapp.deadlock.pages.demo.fights import DemoFightView, demo_fight
from webapp.deadlock.pages.demo.guardians import (
    DemoGuardiansView,
    Guarded,
    demo_guardians,
    guardians_by_lane,
)
from webapp.deadlock.pages.demo.heights import (
    DemoHeightsView,
    HeightsBySlot,
    demo_heights,
    heights_by_slot,
)
from webapp.deadlock.pages.demo.hits import DemoHitsView, demo_hits
from webapp.deadlock.pages.demo.items import DemoItemsView, demo_items
from webapp.deadlock.pages.demo.modifiers import DemoModifiersView, demo_modifiers
from webapp.deadlock.pages.demo.section import DemoView, demo_view

__all__ = [
    "DemoBossesView",
    "DemoCastsView",
    "DemoFightView",
    "DemoGuardiansView",
    "DemoHeightsView",
    "DemoHitsView",
    "DemoItemsView",
    "DemoModifiersView",
    "DemoView",
    "Guarded",
    "HeightsBySlot",
    "demo_bosses",
    "demo_casts",
    "demo_fight",
    "demo_guardians",
    "demo_heights",
    "demo_hits",
    "demo_items",
    "demo_modifiers",
    "demo_view",
    "guardians_by_lane",
    "heights_by_slot",
]
