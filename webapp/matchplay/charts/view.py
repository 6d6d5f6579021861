"""What the chart's template draws: shapes and words, nothing left to compute.

x and width are per cent of the chart (of BOX_WIDTH inside a curve), y and height pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from webapp.matchplay.charts.series import Kind, Side, Weight

Anchor = Literal["", "mid", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """A word on the chart."""

    x: float
    y: float
    text: str
    anchor: Anchor = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A grid line: at y when horizontal, at x when upright."""

    at: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """One series: its pieces as polyline points, and its interval as a path (or nothing)."""

    side: Side
    weight: Weight
    dash: int
    pieces: tuple[str, ...]
    band: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A sample; square for the second side, round otherwise."""

    x: float
    y: float
    side: Side


@dataclass(frozen=True, slots=True)
class End:
    """A series' name beside its line's end at `line_y`, moved to `y` so that names do not touch."""

    line_y: float
    y: float
    text: str
    side: Side
    weight: Weight
    href: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """Something that happened, as an upright line with a glyph at its top."""

    x: float
    text: str
    side: Side
    glyph: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place to point at: says the samples there and leads to their moment."""

    x: float
    width: float
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One x as a row: its word, where it leads, and every series' value there."""

    word: str
    href: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableHead:
    """A series as a column."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The chart as numbers."""

    x_word: str
    heads: tuple[TableHead, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Down:
    """The axis down the chart: lines across and what they are worth; the plot ends at bottom_y."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    bottom_y: float


@dataclass(frozen=True, slots=True)
class Across:
    """The axis across the chart: upright lines and what they are worth."""

    kind: Kind
    low: float
    high: float
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What the series look like, quiet ones first so that they lie below; `notes` are at dots."""

    curves: tuple[Curve, ...]
    dots: tuple[Dot, ...]
    notes: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Plot:
    """All of a chart that no chosen moment changes."""

    key: str
    title: str
    description: str
    caption: str
    height: int
    down: Down
    across: Across
    shapes: Shapes
    marks: tuple[MarkView, ...]
    ends: tuple[End, ...]
    ends_width: int
    hits: tuple[Hit, ...]
    table: ChartTable


@dataclass(frozen=True, slots=True)
class SpanView:
    """The chosen stretch; in per cent, or blanks of a form."""

    x: float | str
    width: float | str
    end_x: float | str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Everything `chart(view)` of `parts/_chart.html` needs; `cursor` is per cent, or a blank."""

    plot: Plot
    cursor: float | str | None = None
    span: SpanView | None = None
