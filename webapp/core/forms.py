"""Text drawn once with blanks in it, and filled in for each who asks.

A panel of twelve tables differs between two moments in a few words and links. Those are left
blank while it is drawn; filling them in costs a hundredth of drawing it. Knows nothing of
what the blanks mean: who draws a form says what they are called, and what stands in them.
"""

from __future__ import annotations

import re
import secrets
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

# Nobody can guess it, so no text from outside can pass for a blank; it survives URLs and HTML.
_MARK = f"q{secrets.token_hex(8)}q"
_BLANK = re.compile(f"{_MARK}(.*?){_MARK}")


def blank(name: str) -> str:
    """Give what stands for a blank in a text; a name is of letters, digits and `_.-`."""
    return f"{_MARK}{name}{_MARK}"


@dataclass(frozen=True, slots=True)
class Form:
    """A text without its blanks, the byte each of them stands before, and what it is called.

    One text, not a piece between each two blanks: thousands of forms lie in a process and are let
    go in any order, and small pieces would leave gaps that nothing else fits in.
    """

    text: bytes
    places: array[int]
    names: tuple[str, ...]

    @property
    def size(self) -> int:
        """Say how many bytes it holds."""
        return len(self.text)

    def filled(self, word: Callable[[str], str | bytes]) -> bytes:
        """Give the text with `word` of each name in its blanks; the words must be safe there."""
        words = {name: _encoded(word(name)) for name in set(self.names)}
        pieces: list[bytes] = []
        start = 0
        for place, name in zip(self.places, self.names, strict=True):
            pieces += self.text[start:place], words[name]
            start = place
        return b"".join((*pieces, self.text[start:]))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A short text in pieces with numbered blanks between them: pressed often, cut once."""

    pieces: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def size(self) -> int:
        """Say how many characters it holds."""
        return sum(map(len, self.pieces))

    def pressed(self, words: Sequence[str]) -> str:
        """Give the text with the words in its blanks; they must be safe there."""
        pieces = list(self.pieces)
        pieces[1::2] = [words[place] for place in self.places]
        return "".join(pieces)


def stamp_of(text: str) -> Stamp:
    """Cut a text at its blanks, which are named by numbers."""
    pieces = _BLANK.split(text)
    places = tuple(int(name) for name in pieces[1::2])
    pieces[1::2] = [""] * len(places)
    return Stamp(tuple(pieces), places)


def _encoded(word: str | bytes) -> bytes:
    return word if isinstance(word, bytes) else word.encode()


def form_of(text: str) -> Form:
    """Cut a text at its blanks."""
    pieces = _BLANK.split(text)
    said = [piece.encode() for piece in pieces[::2]]
    places = array("I", accumulate(map(len, said[:-1])))
    return Form(b"".join(said), places, tuple(map(sys.intern, pieces[1::2])))
