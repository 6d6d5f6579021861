"""The paper a card is drawn on: its size, and the few shapes the house draws with."""

from __future__ import annotations

from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageDraw

from webapp.matchroom.cards.lettering import Face, face
from webapp.matchroom.cards.palette import colour

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 64
RIGHT: Final = WIDTH - MARGIN
COLOURS: Final = 96
PACKED: Final = 7
"""zlib’s level: 9 takes five times as long for a twelfth fewer bytes."""
SMOOTH: Final = 4
"""Shapes are drawn so many times as large and made smaller: the library's own have stairs."""
ROOF: Final = ((1, 7.5), (10, 1), (19, 7.5))
HOUSE: Final = (
    (1, 7.5, 19, 9),
    (3, 10.5, 6, 17),
    (8.5, 10.5, 11.5, 17),
    (14, 10.5, 17, 17),
    (1, 18, 19, 19.5),
)
HOUSE_PX: Final = 1.7
HOUSE_SIZE: Final = 34

Anchor = Literal["ls", "ms", "rs"]
Place = tuple[float, float]
Box = tuple[float, float, float, float]
Ink = str | tuple[int, int, int]


class Sheet:
    """A card while it is drawn; y of a text is its base line."""

    def __init__(self, room: str, number: str = "") -> None:
        """Begin with empty paper, the house's name, and what the card is about."""
        self.image = Image.new("RGB", (WIDTH, HEIGHT), colour("paper"))
        self._draw = ImageDraw.Draw(self.image)
        self._house(MARGIN, 44)
        said = f"{room} {number}".strip()
        self.text(RIGHT, 73, said, size=26, ink=colour("ink-2"), anchor="rs")
        self.rule(104)

    def text(  # noqa: PLR0913 - a line of text has a place, a face and a colour
        self,
        x: float,
        y: float,
        text: str,
        *,
        name: Face = "sans",
        size: int = 26,
        ink: Ink | None = None,
        anchor: Anchor = "ls",
    ) -> float:
        """Write a line of text; gives how wide it is."""
        font = face(name, size)
        self._draw.text((x, y), text, fill=ink or colour("ink"), font=font, anchor=anchor)
        return font.getlength(text)

    def rule(self, y: float, ink: Ink | None = None, width: int = 2) -> None:
        """Draw a line from margin to margin."""
        self.bar((MARGIN, y, RIGHT, y + width - 1), ink or colour("line"))

    def bar(self, box: Box, ink: Ink) -> None:
        """Fill a rectangle, both ends included."""
        self._draw.rectangle(box, fill=ink)

    def mark(self, side: Literal["a", "b"], place: Place, size: int, ink: str) -> None:
        """Draw a side's mark: a circle for the first, a square for the second."""
        end = size * SMOOTH - 1
        shape = Image.new("L", (end + 1, end + 1), 0)
        draw = ImageDraw.Draw(shape)
        if side == "a":
            draw.ellipse((0, 0, end, end), fill=255)
        else:
            draw.rounded_rectangle((0, 0, end, end), radius=end // 7, fill=255)
        self._stamp(place, shape, ink)

    def png(self) -> bytes:
        """Give the card as a PNG file: few colours are used, so few are kept."""
        tree, plain = Image.Quantize.FASTOCTREE, Image.Dither.NONE
        out = BytesIO()
        few = self.image.quantize(COLOURS, method=tree, dither=plain)
        few.save(out, "PNG", compress_level=PACKED)
        return out.getvalue()

    def _stamp(self, place: Place, shape: Image.Image, ink: str) -> None:
        x, y = place
        self.image.paste(ink, (round(x), round(y)), shape.reduce(SMOOTH))

    def _house(self, x: float, y: float) -> None:
        part = HOUSE_PX * SMOOTH
        shape = Image.new("L", (HOUSE_SIZE * SMOOTH, HOUSE_SIZE * SMOOTH), 0)
        draw = ImageDraw.Draw(shape)
        draw.polygon([(cx * part, cy * part) for cx, cy in ROOF], fill=255)
        for x0, y0, x1, y1 in HOUSE:
            draw.rectangle((x0 * part, y0 * part, x1 * part, y1 * part), fill=255)
        self._stamp((x, y), shape, colour("accent"))
        self.text(x + HOUSE_SIZE + 10, y + 29, "Guildhall", name="serif", size=28)
