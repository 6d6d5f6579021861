"""The card of a player: the name, how they do, their last matches, whom they play."""

from __future__ import annotations

from typing import Final

from webapp.matchroom.cards.lettering import drawable, fitted
from webapp.matchroom.cards.palette import colour
from webapp.matchroom.cards.records import Often, PlayerCard
from webapp.matchroom.cards.sheet import MARGIN, RIGHT, Sheet

NAME_SIZES: Final = (64, 58, 52, 46, 40)
FIGURES_Y: Final = 276
FIGURE_GAP: Final = 72
MOST_OFTEN: Final = 3
COLUMN: Final = 620
LOWER_Y: Final = 402
FORM_STEP: Final = 17
FORM_WIDTH: Final = 11
FORM_HEIGHT: Final = 60
MOST_FORM: Final = 30
ROW: Final = 56


def draw_player(card: PlayerCard) -> bytes:
    """Draw the card of a player as a PNG file."""
    sheet = Sheet(card.room)
    name, size = fitted(drawable(card.name, card.known_as), "serif", NAME_SIZES, RIGHT - MARGIN)
    sheet.text(MARGIN, 190, name, name="serif", size=size)
    x = float(MARGIN)
    for number, word in card.figures:
        wide = sheet.text(x, FIGURES_Y, number, size=44)
        x += (
            max(wide, sheet.text(x, FIGURES_Y + 34, word, size=22, ink=colour("ink-2")))
            + FIGURE_GAP
        )
    sheet.rule(346)
    _form(sheet, card.form[-MOST_FORM:])
    _often(sheet, card.often[:MOST_OFTEN])
    return sheet.png()


def _form(sheet: Sheet, form: tuple[bool | None, ...]) -> None:
    """Draw the last matches as bars: up is won, down is lost, a dot had no winner."""
    if not form:
        return
    said = f"Last {len(form)}" if len(form) > 1 else "Last match"
    sheet.text(MARGIN, LOWER_Y, f"{said}: won above, lost below", size=22, ink=colour("ink-2"))
    middle = LOWER_Y + 30 + FORM_HEIGHT
    end = MARGIN + len(form) * FORM_STEP
    for number, won in enumerate(form):
        x = MARGIN + number * FORM_STEP
        top, bottom = {
            True: (middle - FORM_HEIGHT, middle - 4),
            False: (middle + 4, middle + FORM_HEIGHT),
            None: (middle - 3, middle + 3),
        }[won]
        ink = colour("ink") if won else colour("line-strong")
        sheet.bar((x, top, x + FORM_WIDTH - 1, bottom), ink)
    sheet.bar((MARGIN, middle - 1, end - FORM_STEP + FORM_WIDTH, middle), colour("line-strong"))


def _often(sheet: Sheet, often: tuple[Often, ...]) -> None:
    """List whom they play most often, with the share won."""
    if not often:
        return
    sheet.text(COLUMN, LOWER_Y, "Most played", size=22, ink=colour("ink-2"))
    sheet.text(RIGHT - 150, LOWER_Y, "matches", size=22, ink=colour("ink-2"), anchor="rs")
    sheet.text(RIGHT, LOWER_Y, "won", size=22, ink=colour("ink-2"), anchor="rs")
    for number, one in enumerate(often):
        y = LOWER_Y + 54 + number * ROW
        name, size = fitted(drawable(one.name, "–"), "serif", (34, 30, 26), 270)
        sheet.text(COLUMN, y, name, name="serif", size=size)
        sheet.text(RIGHT - 150, y, f"{one.matches:,}", size=32, anchor="rs")
        share = "–" if one.percent is None else f"{one.percent} %"
        sheet.text(RIGHT, y, share, size=32, anchor="rs")
