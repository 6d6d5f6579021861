"""What pages show of a match's demo: its section on the Data tab, and what it adds to others.

Each addition is there only where the demo told it and was compared with the very body the
page shows; without a demo nothing is missing from any page. A page that shows one loads the
slice of the same name with the rest: "demo_hits", "demo_bosses" or "demo_casts".
"""

from webapp.deadlock.pages.demo.bosses import DemoBossesView, demo_bosses
from webapp.deadlock.pages.demo.casts import DemoCastsView, demo_casts
from webapp.deadlock.pages.demo.hits import DemoHitsView, demo_hits
from webapp.deadlock.pages.demo.section import DemoView, demo_view

__all__ = [
    "DemoBossesView",
    "DemoCastsView",
    "DemoHitsView",
    "DemoView",
    "demo_bosses",
    "demo_casts",
    "demo_hits",
    "demo_view",
]
