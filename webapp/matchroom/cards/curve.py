"""The curve of who was ahead, on a card: above the line the second side, below it the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PIL import Image, ImageDraw

from webapp.matchplay.charts.scale import Scale, place_x
from webapp.matchplay.strip.curve import LEAST_RANGE, short_lead, with_crossings
from webapp.matchroom.cards.palette import colour, mixed
from webapp.matchroom.cards.sheet import MARGIN, RIGHT, Sheet

TOP: Final = 272
BOTTOM: Final = 520
SMOOTH: Final = 2
ROOM: Final = 30
LINE: Final = 4
AREA: Final = 0.22
EDGE: Final = 90
LEAST_PEAK: Final = 0.05
"""A lead that is so small a part of the largest goes without a number."""

Place = Callable[[float, float], tuple[float, float]]
Leads = Sequence[tuple[int, int]]


def draw_curve(sheet: Sheet, game: str, lead: Leads, duration_s: int, unit: str) -> None:
    """Draw the lead over the match, with the largest of each side named."""
    inside = [(t, ahead) for t, ahead in lead if 0 <= t <= duration_s]
    width, height = RIGHT - MARGIN, BOTTOM - TOP
    scale = _scale([ahead for _, ahead in inside], height)

    def place(t: float, ahead: float) -> tuple[float, float]:
        return place_x(t, duration_s) / 100 * width, scale.y(ahead)

    picture = Image.new("RGB", (width * SMOOTH, height * SMOOTH), colour("paper"))
    draw = ImageDraw.Draw(picture)
    _areas(draw, game, inside, place)
    zero = scale.y(0) * SMOOTH
    draw.line((0, zero, width * SMOOTH, zero), fill=colour("line-strong"), width=SMOOTH)
    line = [_larger(*place(t, ahead)) for t, ahead in inside]
    draw.line(line, fill=colour("ink"), width=LINE * SMOOTH, joint="curve")
    sheet.image.paste(picture.reduce(SMOOTH), (MARGIN, TOP))
    _name_peaks(sheet, inside, place, unit)


def _scale(leads: Sequence[int], height: int) -> Scale:
    low, high = min(0, *leads, 0), max(0, *leads, 0)
    missing = max(0, LEAST_RANGE - (high - low))
    return Scale(low - missing / 2, high + missing / 2, ROOM, height - ROOM)


def _areas(draw: ImageDraw.ImageDraw, game: str, lead: Leads, place: Place) -> None:
    """Fill what lies between the line and an even match, each side in its colour."""
    crossed = with_crossings(lead)
    sides: tuple[tuple[str, Callable[[float, float], float]], ...] = (("a", min), ("b", max))
    for side, bound in sides:
        along = [(t, bound(ahead, 0)) for t, ahead in crossed]
        whole = [(along[0][0], 0.0), *along, (along[-1][0], 0.0)]
        shape = [_larger(*place(t, ahead)) for t, ahead in whole]
        draw.polygon(shape, fill=mixed(colour(side, game), colour("paper"), AREA))


def _larger(x: float, y: float) -> tuple[float, float]:
    return x * SMOOTH, y * SMOOTH


def _name_peaks(sheet: Sheet, lead: Leads, place: Place, unit: str) -> None:
    """Write the largest lead of each side beside its point; the first says the unit."""
    peaks = sorted({min(lead, key=lambda one: one[1]), max(lead, key=lambda one: one[1])})
    least = LEAST_PEAK * max(abs(ahead) for _, ahead in peaks)
    for number, (t, ahead) in enumerate(one for one in peaks if abs(one[1]) > least):
        x, y = place(t, ahead)
        said = short_lead(abs(ahead)) + (f" {unit}" if number == 0 else "")
        middle = min(max(MARGIN + x, MARGIN + EDGE), RIGHT - EDGE)
        down = TOP + y + (26 if ahead < 0 else -12)
        sheet.text(middle, down, said, size=22, ink=colour("ink-2"), anchor="ms")
