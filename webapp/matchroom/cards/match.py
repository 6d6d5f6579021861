"""The card of a match: who met whom, how it ended, and who was ahead when."""

from __future__ import annotations

from typing import Final, Literal

from webapp.matchroom.cards.curve import draw_curve
from webapp.matchroom.cards.lettering import drawable, fitted
from webapp.matchroom.cards.palette import colour
from webapp.matchroom.cards.records import CardSide, MatchCard
from webapp.matchroom.cards.sheet import MARGIN, RIGHT, WIDTH, Sheet

NAME_Y: Final = 172
NAME_SIZES: Final = (44, 40, 36, 32, 28)
NAME_WIDTH: Final = 470
MARK: Final = 28
SCORE_Y: Final = 246
SCORE_SIZE: Final = 76
SCORE_GAP: Final = 62
TITLE_Y: Final = 350
TITLE_SIZES: Final = (72, 62, 54, 46, 38)
FACTS_Y: Final = 580
SIDE_WORDS: Final = {"a": "First side", "b": "Second side"}


def draw_match(card: MatchCard) -> bytes:
    """Draw the card of a match as a PNG file."""
    sheet = Sheet(card.room, card.number)
    if card.side_a and card.side_b:
        _side(sheet, card.game, "a", card.side_a)
        _side(sheet, card.game, "b", card.side_b)
        _score(sheet, card)
    else:
        said, size = fitted(drawable(card.title, card.number), "serif", TITLE_SIZES, RIGHT - MARGIN)
        sheet.text(MARGIN, TITLE_Y, said, name="serif", size=size)
    if len(card.lead) > 1:
        draw_curve(sheet, card.game, card.lead, card.duration_s, card.unit)
    sheet.rule(536)
    sheet.text(MARGIN, FACTS_Y, " · ".join(card.facts), size=28, ink=colour("ink-2"))
    return sheet.png()


def _side(sheet: Sheet, game: str, side: Literal["a", "b"], told: CardSide) -> None:
    """Write a side's name at its edge of the card, its mark before it, and whether it won."""
    name, size = fitted(drawable(told.name, SIDE_WORDS[side]), "serif", NAME_SIZES, NAME_WIDTH)
    ink = colour(f"{side}-ink", game)
    first = side == "a"
    mark_x = MARGIN if first else RIGHT - MARK
    sheet.mark(side, (mark_x, NAME_Y - 0.36 * size - MARK / 2), MARK, colour(side, game))
    x = MARGIN + MARK + 16 if first else RIGHT - MARK - 16
    anchor: Literal["ls", "rs"] = "ls" if first else "rs"
    sheet.text(x, NAME_Y, name, name="serif", size=size, ink=ink, anchor=anchor)
    if told.won:
        sheet.text(x, SCORE_Y, "Won", size=28, ink=ink, anchor=anchor)


def _score(sheet: Sheet, card: MatchCard) -> None:
    """Write both scores in the middle; what nobody recorded is a dash."""
    middle = WIDTH / 2
    for side, told, anchor, x in (
        ("a", card.side_a, "rs", middle - SCORE_GAP),
        ("b", card.side_b, "ls", middle + SCORE_GAP),
    ):
        said = "–" if told is None or told.score is None else f"{told.score}"
        ink = colour(f"{side}-ink", card.game)
        place: Literal["ls", "rs"] = "rs" if anchor == "rs" else "ls"
        sheet.text(x, SCORE_Y, said, size=SCORE_SIZE, ink=ink, anchor=place)
    sheet.text(middle, SCORE_Y, card.score_word, size=28, ink=colour("ink-2"), anchor="ms")
