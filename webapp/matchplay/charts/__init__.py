"""Line charts: numbers in, shapes out; `templates/parts/_chart.html` draws them.

Pure: x in per cent of the chart, y in pixels, every word ready to write. Knows nothing of
matches, tables or requests.
"""

from webapp.matchplay.charts.line import chart_at, line_chart
from webapp.matchplay.charts.scale import Scale, clock, place_x
from webapp.matchplay.charts.series import Mark, Series
from webapp.matchplay.charts.view import LineChart

__all__ = [
    "LineChart",
    "Mark",
    "Scale",
    "Series",
    "chart_at",
    "clock",
    "line_chart",
    "place_x",
]
