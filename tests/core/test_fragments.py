"""What a process holds: little, the latest, and pieces of pages only for the thing they show."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from webapp.core.bounded import Bounded
from webapp.core.fragments import hold_fragments, safe

FEW = 200
"""Characters: a dozen greetings."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Something a page shows."""

    word: str


def drawn(app: Flask, thing: Greeting, said: str) -> str:
    page = "{% call held('greeting', thing) %}{{ said }}, {{ thing.word }}{% endcall %}"
    return app.jinja_env.from_string(page).render(thing=thing, said=said)


def small_app() -> Flask:
    app = Flask("small")
    hold_fragments(app, FEW)
    return app


def test_the_longest_unused_goes_first() -> None:
    few: Bounded[str, int] = Bounded(2)
    few.put("old", 1)
    few.put("used", 2)
    assert few.get("old") == 1
    few.put("new", 3)
    assert [few.get(key) for key in ("old", "used", "new")] == [1, None, 3]


def test_what_weighs_too_much_together_makes_room() -> None:
    held: Bounded[str, str] = Bounded(10, len)
    held.put("long", "x" * 8)
    held.put("long", "x" * 6)
    held.put("short", "x" * 4)
    assert [held.get(key) for key in ("long", "short")] == ["x" * 6, "x" * 4]
    held.put("another", "x" * 3)
    assert [held.get(key) for key in ("long", "short", "another")] == [None, "x" * 4, "x" * 3]
    held.put("too long", "x" * 11)
    assert [held.get(key) for key in ("short", "another", "too long")] == [None, None, None]


def test_a_piece_is_drawn_once_for_one_thing() -> None:
    app, thing = small_app(), Greeting("Ada")
    assert drawn(app, thing, "first") == drawn(app, thing, "second") == "first, Ada"


def test_an_equal_thing_is_another_thing() -> None:
    app = small_app()
    assert drawn(app, Greeting("Ada"), "first") == "first, Ada"
    assert drawn(app, Greeting("Ada"), "second") == "second, Ada"


def test_a_thing_that_went_away_never_lends_its_piece() -> None:
    app = small_app()
    for number in range(2 * FEW):
        assert drawn(app, Greeting(str(number)), "hello") == f"hello, {number}"


def test_a_held_piece_stays_escaped_once() -> None:
    app, thing = small_app(), Greeting("<b>")
    app.jinja_env.autoescape = True
    assert drawn(app, thing, "&") == drawn(app, thing, "&") == "&amp;, &lt;b&gt;"


def pinned(app: Flask, name: str, left: object) -> str:
    page = "{% call(left) filled('pin', name, (place,)) %}{{ name }} at {{ left }}{% endcall %}"
    return app.jinja_env.from_string(page).render(name=name, place=left)


def test_what_differs_in_numbers_is_filled_in() -> None:
    app = small_app()
    assert [pinned(app, "Ada", left) for left in (1, 2.5)] == ["Ada at 1", "Ada at 2.5"]
    assert pinned(app, "Bo", 1) == "Bo at 1"


def test_words_filled_in_are_escaped() -> None:
    app = small_app()
    app.jinja_env.autoescape = True
    assert pinned(app, "<Cy>", "<b>") == "&lt;Cy&gt; at &lt;b&gt;"


@given(st.one_of(st.text(), st.text("ab <>&\"'`\n{}"), st.integers(), st.none()))
def test_a_word_is_written_as_templates_write_it(word: object) -> None:
    assert safe(word) == str(escape(word))
    assert safe(escape(word)) == str(escape(word))
