"""The pictures beside links: their size, their letters, and names nobody can draw."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from webapp.matchroom.cards import (
    CardSide,
    MatchCard,
    Often,
    PlayerCard,
    draw_match,
    draw_plain,
    draw_player,
)
from webapp.matchroom.cards.lettering import drawable, face, fitted
from webapp.matchroom.cards.palette import colour
from webapp.matchroom.cards.sheet import HEIGHT, WIDTH

MOST_BYTES = 80_000
NEAR = 8
LEAD = tuple((minute * 60, (minute * 37) % 11 * 900 - 4_000) for minute in range(40))


def match(name: str, lead: tuple[tuple[int, int], ...] = LEAD) -> MatchCard:
    return MatchCard(
        game="dota2",
        room="Dota 2",
        number="match 7",
        title=name,
        side_a=CardSide(name, 27, won=True),
        side_b=CardSide("Dire", None, won=False),
        score_word="kills",
        facts=("39:00", "1 May 2026", "All Pick"),
        lead=lead,
        unit="gold",
        duration_s=2_340,
    )


def player(name: str) -> PlayerCard:
    return PlayerCard(
        game="dota2",
        room="Dota 2",
        name=name,
        known_as="Account 7",
        figures=(("1,204", "matches"), ("54 %", "won of 1,204, 51–57")),
        form=(True, False, None) * 12,
        often=(Often("Anti-Mage", 12, 50), Often("Io", 3, None)),
    )


def seen(body: bytes) -> Image.Image:
    assert len(body) <= MOST_BYTES
    picture = Image.open(BytesIO(body))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    return picture.convert("RGB")


@settings(max_examples=15)
@given(st.text(max_size=200))
def test_any_name_gives_a_small_picture(name: str) -> None:
    seen(draw_match(match(name)))
    seen(draw_player(player(name)))


@given(st.text(max_size=200))
def test_what_is_written_can_be_written(name: str) -> None:
    said = drawable(name, "Account 7")
    assert said.strip()
    assert drawable(said, "") == said
    assert len(said) <= 2 * 120


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ada", "Ada"),
        ("Ада Лавлейс", "Ада Лавлейс"),
        ("Żółć Ñandú", "Żółć Ñandú"),
        ("Ada 🔥", "Ada"),
        ("\u202eAda\u0000", "Ada"),
        ("王者荣耀", "Account 7"),
        ("𝕬𝖉𝖆", "Account 7"),
        ("مرحبا", "Account 7"),
        ("a\u0301\u0301\u0301\u0301", "á"),
        ("  ", "Account 7"),
        ("", "Account 7"),
    ],
)
def test_letters_we_lack_are_left_out_never_boxes(name: str, said: str) -> None:
    assert drawable(name, "Account 7") == said


def test_a_long_name_is_made_smaller_then_cut() -> None:
    assert fitted("Ada", "serif", (50, 30), 300) == ("Ada", 50)
    said, size = fitted("W" * 80, "serif", (50, 30), 300)
    assert size == 30
    assert said.endswith("…")
    assert face("serif", 30).getlength(said) <= 300


def test_each_side_has_its_colour_and_who_was_ahead_is_drawn() -> None:
    drawn, even = seen(draw_match(match("Radiant"))), seen(draw_match(match("Radiant", ())))
    for side in "ab":
        marked = Image.new("RGB", (WIDTH, HEIGHT), colour(side, "dota2"))
        apart = ImageChops.difference(drawn, marked).convert("L").histogram()
        assert sum(apart[:NEAR]) > 0
    middle = (80, 300, 1120, 500)
    assert len(set(even.crop(middle).get_flattened_data())) == 1
    assert len(set(drawn.crop(middle).get_flattened_data())) > 3


def test_a_mode_without_sides_shows_its_title() -> None:
    card = MatchCard(
        "lol", "League", "match X", "Arena, 16 players, 20:00", None, None, "", (), (), "", 9
    )
    assert seen(draw_match(card)) != seen(draw_plain("League", "Matches"))
