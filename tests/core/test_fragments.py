"""What a process holds: little, the latest, and pieces of pages only for the thing they show."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask

from webapp.core.bounded import Bounded
from webapp.core.fragments import MOST, hold_fragments


@dataclass(frozen=True, slots=True)
class Greeting:
    """Something a page shows."""

    word: str


def drawn(app: Flask, thing: Greeting, said: str) -> str:
    page = "{% call held('greeting', thing) %}{{ said }}, {{ thing.word }}{% endcall %}"
    return app.jinja_env.from_string(page).render(thing=thing, said=said)


def small_app() -> Flask:
    app = Flask("small")
    hold_fragments(app)
    return app


def test_the_longest_unused_goes_first() -> None:
    few: Bounded[str, int] = Bounded(2)
    few.put("old", 1)
    few.put("used", 2)
    assert few.get("old") == 1
    few.put("new", 3)
    assert [few.get(key) for key in ("old", "used", "new")] == [1, None, 3]


def test_a_piece_is_drawn_once_for_one_thing() -> None:
    app, thing = small_app(), Greeting("Ada")
    assert drawn(app, thing, "first") == drawn(app, thing, "second") == "first, Ada"


def test_an_equal_thing_is_another_thing() -> None:
    app = small_app()
    assert drawn(app, Greeting("Ada"), "first") == "first, Ada"
    assert drawn(app, Greeting("Ada"), "second") == "second, Ada"


def test_a_thing_that_went_away_never_lends_its_piece() -> None:
    app = small_app()
    for number in range(2 * MOST):
        assert drawn(app, Greeting(str(number)), "hello") == f"hello, {number}"


def test_a_held_piece_stays_escaped_once() -> None:
    app, thing = small_app(), Greeting("<b>")
    app.jinja_env.autoescape = True
    assert drawn(app, thing, "&") == drawn(app, thing, "&") == "&amp;, &lt;b&gt;"
