"""The strip: the lead over time with what happened, and the page's cursor.

Turns samples and events into shapes for a chart without a viewBox: x in per cent of the
match, y in pixels. Knows nothing of tables or requests.
"""

from webapp.deadlock.pages.strip.chart import Names, StillStrip, still_strip, strip_at, strip_view
from webapp.deadlock.pages.strip.events import Event, LeadSample
from webapp.deadlock.pages.strip.view import StripView

__all__ = [
    "Event",
    "LeadSample",
    "Names",
    "StillStrip",
    "StripView",
    "still_strip",
    "strip_at",
    "strip_view",
]
