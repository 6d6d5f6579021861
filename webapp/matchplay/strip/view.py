"""What the strip's template draws: shapes and words, nothing left to compute.

x and width are per cent of the chart, y and height pixels; `t` is seconds of match time.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.matchplay.charts.series import Side
from webapp.matchplay.charts.view import Anchor, Label, Line
from webapp.matchplay.strip.kinds import Kind


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the chart, at one sample of the lead."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The lead: a line, and an area for each side, in a box `width` wide and `height` high."""

    width: int
    height: int
    line: str
    area_a: str
    area_b: str
    zero_y: float


@dataclass(frozen=True, slots=True)
class Kill:
    """A tick for one kill: above the line by the second side, below it by the first."""

    x: float
    y: float
    end_y: float
    side: Side


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph for all that is no kill; `glyph` names its shape."""

    x: float
    y: float
    glyph: str
    side: Side


@dataclass(frozen=True, slots=True)
class Hit:
    """A place to point at, leading to its moment; `text` says what is there."""

    x: float
    href: str
    text: str
    width: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """The chosen moment; `flag_x` keeps its flag inside the chart at both ends."""

    t: int
    x: float
    flag_x: float
    text_x: float
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """The chosen stretch of time and what fell into it."""

    x: float
    width: float
    end_x: float
    text_x: float
    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another moment."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Where the buttons beside the scrubber lead."""

    previous_event: Step
    back: Step
    forward: Step
    next_event: Step


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One sample as a row of the table: `m:ss`, how far ahead, who."""

    t: int
    href: str
    clock: str
    ahead: int
    side: Side
    name: str


@dataclass(frozen=True, slots=True)
class LeadChart:
    """The upper half: who was ahead, by how much."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    ahead_a: Label | None
    ahead_b: Label | None
    curve: Curve
    dots: tuple[Point, ...]
    peaks: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The time axis, and a place to point at for every minute."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    minutes: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The lower half: kills and glyphs; `times` are all their seconds, for stepping by key."""

    kills: tuple[Kill, ...]
    marks: tuple[Mark, ...]
    glyphs: tuple[Kind, ...]
    hits: tuple[Hit, ...]
    times: str


@dataclass(frozen=True, slots=True)
class StripView:
    """Everything `parts/_strip.html` needs."""

    title: str
    lead_word: str
    unit: str
    description: str
    duration_s: int
    action: str
    name_a: str
    name_b: str
    lead: LeadChart
    time: TimeAxis
    events: Happenings
    cursor: Cursor
    chosen: bool
    span: Span | None
    steps: Steps
    rows: tuple[LeadRow, ...]
