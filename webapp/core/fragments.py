"""Pieces of pages rendered once for each thing they show: `{% call held("name", thing) %}`.

The thing must be a frozen object that the piece shows and nothing else besides: the piece
is held for that very object, so another content is another object and another piece.

What differs only in numbers is drawn once for all that is like it, and filled in for each:
`{% call(left, top) filled("pin", (side, name), (one.left, one.top)) %}`. Nothing but what is
named there may be written inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from flask import Flask, current_app
from markupsafe import Markup, escape

from webapp.core.bounded import Bounded
from webapp.core.forms import Stamp, blank, stamp_of
from webapp.core.holding import shared

Stamped = tuple[tuple[Hashable, ...], Sequence[object]]
MOST_CHARACTERS = 32 * 1024 * 1024
STAMPS_HELD: Final = 16_384
"""Of things drawn in Python: half a kilobyte to one each."""
_PLAIN: Final = re.compile(r"[\w ,.:/?=-]*")
"""What means nothing else in HTML: most words, which then need no escaping."""


def hold_fragments(app: Flask, most: int = MOST_CHARACTERS) -> None:
    """Let templates hold so many characters of what they rendered, in this process."""
    # The thing lies beside its piece: while it is held, its id cannot be another thing's.
    fragments: Bounded[tuple[str, int], tuple[object, str]] = Bounded(
        most, lambda kept: len(kept[1])
    )
    shared.add(fragments)

    def held(name: str, thing: object, caller: Callable[[], str]) -> str:
        found = fragments.get((name, id(thing)))
        if found:
            return found[1]
        piece = caller()
        fragments.put((name, id(thing)), (thing, piece))
        return piece

    app.jinja_env.globals["held"] = held
    app.jinja_env.globals["filled"] = _filling(most)


def stamped(template: str, macro: str, each: Iterable[Stamped]) -> Markup:
    """Give what a macro draws of things in a row: once for all that is like one of them.

    A thing is what it is like and its own words, which the macro takes in turn. What `filled` is
    to a template, for a page that draws many small things in Python.
    """
    pressed = (
        _stamp(template, macro, like, len(words)).pressed([safe(word) for word in words])
        for like, words in each
    )
    return Markup("".join(pressed))  # nosec B704  # noqa: S704 - they are


@lru_cache(maxsize=STAMPS_HELD)
def _stamp(template: str, macro: str, like: tuple[Hashable, ...], words: int) -> Stamp:
    blanks = (blank(str(place)) for place in range(words))
    return stamp_of(drawn(template, macro, *like, *blanks))


def _filling(most: int) -> Callable[..., Markup]:
    stamps: Bounded[tuple[str, Hashable], Stamp] = Bounded(most, lambda stamp: stamp.size)

    def filled(
        name: str, like: Hashable, words: Sequence[object], caller: Callable[..., str]
    ) -> Markup:
        stamp = stamps.get((name, like))
        if stamp is None:
            stamp = stamp_of(caller(*(blank(str(place)) for place in range(len(words)))))
            stamps.put((name, like), stamp)
        return Markup(stamp.pressed([safe(word) for word in words]))  # nosec B704  # noqa: S704 - they are

    return filled


def safe(word: object) -> str:
    """Write a word so that it may stand in HTML."""
    if type(word) is str and _PLAIN.fullmatch(word):
        return word
    if type(word) is int or type(word) is float:
        return str(word)
    return str(escape(word))


def drawn(template: str, macro: str, *shown: object) -> str:
    """Draw what one macro of a template makes of the things it is given."""
    return str(getattr(current_app.jinja_env.get_template(template).module, macro)(*shown))
