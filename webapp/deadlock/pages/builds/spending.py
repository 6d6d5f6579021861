"""What one player had put into each hall of the shop over time, as a chart."""

from __future__ import annotations

from itertools import accumulate
from typing import Final, Literal, cast

from webapp.deadlock.domain.shop import SHOPS
from webapp.deadlock.pages.builds.shelves import Shelf
from webapp.matchplay.charts import LineChart, Series, line_chart

_DASHES: Final[tuple[Literal[0, 1, 2], ...]] = (0, 1, 2)


def spending_of(shelf: Shelf, duration_s: int) -> LineChart | None:
    """Draw a line for each hall, a dot at each purchase; None when nothing was paid for."""
    side = cast('Literal["a", "b"]', shelf.side)
    series = [
        Series(hall, _points(shelf, hall, duration_s), side=side, dash=dash)
        for hall, dash in zip(SHOPS.values(), _DASHES, strict=True)
    ]
    if not any(one.paid for one in shelf.bought):
        return None
    return line_chart(
        series,
        key="spending",
        title="Paid for items over time",
        description="What was paid so far in each shop; a dot at each purchase.",
        x_max=duration_s,
        unit="souls",
        height=180,
        base_url=f"?player={shelf.slot}",
    )


def _points(shelf: Shelf, hall: str, duration_s: int) -> list[tuple[float, float | None]]:
    paid = [(one.at_s, one.paid or 0) for one in shelf.bought if one.shop == hall]
    totals = list(accumulate(souls for _, souls in paid))
    sums = {at_s: float(total) for (at_s, _), total in zip(paid, totals, strict=True)}
    return [(0.0, 0.0), *sums.items(), (float(duration_s), float(totals[-1] if totals else 0))]
