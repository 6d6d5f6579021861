"""What the reader chose on the strip, and how a page writes it.

Pages decide by `at` and `span`, and write through the rest: a moment that is left open writes
blanks, so that one drawing of a panel serves every moment that looks the same in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from webapp.core.forms import blank
from webapp.matchplay.charts import LineChart, clock, place_x
from webapp.matchplay.charts.view import SpanView

FIRST_S, LAST_S = -(10**6), 10**9
"""Before any match begins, after any has ended."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the reader chose on the strip: a second, or a span of seconds."""

    at: int | None = None
    span: tuple[int, int] | None = None
    open: bool = False

    @property
    def opened(self) -> Moment:
        """Give the same choice with what is written of it left blank."""
        return self if self == Moment() else replace(self, open=True)

    def within(self, length_s: int) -> Moment:
        """Bring the choice into the match; a span that lies beyond its end is as good as none."""
        at = None if self.at is None else min(self.at, length_s)
        start, end = self.span or (0, 0)
        span = (start, min(end, length_s)) if start < min(end, length_s) else None
        return replace(self, at=at, span=span)

    @property
    def reach(self) -> tuple[int, int]:
        """Give the seconds that count: those of the span, or all up to the moment."""
        return self.span or (FIRST_S, LAST_S if self.at is None else self.at)

    @property
    def query(self) -> str:
        """Say the choice as the end of a URL."""
        if self.span:
            return f"?from={self.ends[0]}&to={self.ends[1]}"
        return "" if self.at is None else f"?t={self.second}"

    def query_with(self, **more: object) -> str:
        """Say the choice, and more of what is asked for, as the end of a URL."""
        said = [self.query[1:], *(f"{name}={one}" for name, one in more.items() if one is not None)]
        query = "&".join(one for one in said if one)
        return f"?{query}" if query else ""

    @property
    def second(self) -> int | str | None:
        """Write the chosen second."""
        return blank("t") if self.open and self.at is not None else self.at

    @property
    def clock(self) -> str:
        """Write the chosen second as a clock; 0:00 when there is none."""
        return blank("clock") if self.open and self.at is not None else clock(self.at or 0)

    @property
    def ends(self) -> tuple[int | str, int | str]:
        """Write the span's seconds."""
        return (blank("from"), blank("to")) if self.open else self.span or (0, 0)

    @property
    def clocks(self) -> tuple[str, str]:
        """Write the span's seconds as clocks."""
        if self.open:
            return blank("from-clock"), blank("to-clock")
        start, end = self.span or (0, 0)
        return clock(start), clock(end)

    def x(self, longest: float, start: float = 0) -> float | str:
        """Place the chosen second between two others, in per cent."""
        if self.open:
            return blank(f"x_{float(start)}_{float(longest)}")
        return place_x(self.at or 0, longest, start)

    def band(self, longest: float, start: float = 0) -> SpanView:
        """Place the span between two seconds, in per cent."""
        if self.open:
            edges = f"_{float(start)}_{float(longest)}"
            return SpanView(blank(f"left{edges}"), blank(f"width{edges}"), blank(f"right{edges}"))
        x, end_x = (place_x(second, longest, start) for second in sorted(self.span or (0, 0)))
        return SpanView(x, round(end_x - x, 2), end_x)


def on_chart(chart: LineChart, moment: Moment, *, both: bool = False) -> LineChart:
    """Put the chosen span on a chart of match seconds, or else the second; or `both` of them."""
    low, high = chart.plot.across.low, chart.plot.across.high
    points = moment.at is not None and (both or moment.span is None)
    return replace(
        chart,
        cursor=moment.x(high, low) if points else None,
        span=moment.band(high, low) if moment.span else None,
    )


def word_of(moment: Moment, name: str) -> str:
    """Say what an open moment's blank of this name stands for, now that the moment is known."""
    kind, *edges = name.split("_")
    if not edges:
        return str(_WORDS[kind](moment))
    start, longest = map(float, edges)
    if kind == "x":
        return str(moment.x(longest, start))
    band = moment.band(longest, start)
    return str({"left": band.x, "width": band.width, "right": band.end_x}[kind])


_WORDS = {
    "t": lambda moment: moment.second,
    "clock": lambda moment: moment.clock,
    "from": lambda moment: moment.ends[0],
    "to": lambda moment: moment.ends[1],
    "from-clock": lambda moment: moment.clocks[0],
    "to-clock": lambda moment: moment.clocks[1],
}
