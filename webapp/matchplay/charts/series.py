"""What goes into a line chart: series of points, and marks along the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["a", "b", ""]
Weight = Literal["", "main", "quiet"]
Dash = Literal[0, 1, 2, 3]
Kind = Literal["clock", "number", "share", "day"]


@dataclass(frozen=True, slots=True)
class Series:
    """One line: (x, y) in order of x; a y of None breaks the line there.

    `name` stands at the line's end, `side` gives colour and the shape of the dots. `weight` is
    "main" for the one the reader chose and "quiet" for the rest. `dash` 1 to 3 tells lines of one
    colour apart. `band` is an interval around the line as (x, low, high). `href` is where the name
    leads. `dots` False draws no dots: for a line that is a rule rather than samples. `label` False
    leaves the name to the table: for a chart of one line. `counts` is how many stand behind each
    point: written at it as n, and in the table.
    """

    name: str
    points: Sequence[tuple[float, float | None]]
    side: Side = ""
    weight: Weight = ""
    dash: Dash = 0
    band: Sequence[tuple[float, float, float]] = ()
    href: str = ""
    dots: bool = True
    label: bool = True
    counts: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at an x: a thin upright line, said when pointed at.

    `glyph` is one of the strip's shapes ("square"), drawn at the top; the page must have
    `glyph_shapes()`, as every page with a strip does.
    """

    x: float
    text: str
    side: Side = ""
    glyph: str = ""
