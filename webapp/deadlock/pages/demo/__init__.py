"""What pages show of a match's demo: its section on the Data tab, and what it adds to others.

Each addition is there only where the demo told it and was compared with the very body the
page shows; without a demo nothing is missing from any page.
"""

from webapp.deadlock.pages.demo.section import DemoView, demo_view

__all__ = ["DemoView", "demo_view"]
