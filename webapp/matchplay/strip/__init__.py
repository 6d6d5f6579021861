"""The strip: the lead over time with what happened, and the page's cursor.

Turns samples and events into shapes for a chart without a viewBox: x in per cent of the
match, y in pixels. Knows nothing of tables or requests.
"""

from webapp.matchplay.lead import LeadSample
from webapp.matchplay.strip.chart import Names, StillStrip, still_strip, strip_at, strip_view
from webapp.matchplay.strip.events import Event
from webapp.matchplay.strip.kinds import DEATH, KILL, PAUSE, Kind
from webapp.matchplay.strip.view import StripView

__all__ = [
    "DEATH",
    "KILL",
    "PAUSE",
    "Event",
    "Kind",
    "LeadSample",
    "Names",
    "StillStrip",
    "StripView",
    "still_strip",
    "strip_at",
    "strip_view",
]
