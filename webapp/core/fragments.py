"""Pieces of pages rendered once for each thing they show: `{% call held("name", thing) %}`.

The thing must be a frozen object that the piece shows and nothing else besides: the piece
is held for that very object, so another content is another object and another piece.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, current_app

from webapp.core.bounded import Bounded

MOST_CHARACTERS = 32 * 1024 * 1024


def hold_fragments(app: Flask, most: int = MOST_CHARACTERS) -> None:
    """Let templates hold so many characters of what they rendered, in this process."""
    # The thing lies beside its piece: while it is held, its id cannot be another thing's.
    fragments: Bounded[tuple[str, int], tuple[object, str]] = Bounded(
        most, lambda kept: len(kept[1])
    )

    def held(name: str, thing: object, caller: Callable[[], str]) -> str:
        found = fragments.get((name, id(thing)))
        if found:
            return found[1]
        piece = caller()
        fragments.put((name, id(thing)), (thing, piece))
        return piece

    app.jinja_env.globals["held"] = held


def drawn(template: str, macro: str, *shown: object) -> str:
    """Draw what one macro of a template makes of the things it is given."""
    return str(getattr(current_app.jinja_env.get_template(template).module, macro)(*shown))
