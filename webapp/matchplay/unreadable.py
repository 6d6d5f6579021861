"""The one way reading a match may fail: a sentence for the reader, and where it broke."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

TWICE = "This response says the same thing twice."


class MatchUnreadable(ValueError):
    """These bytes are not a match we can read."""

    def __init__(self, sentence: str, path: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path

    def __str__(self) -> str:
        return f"{self.sentence} (at {self.path})" if self.path else self.sentence


@contextmanager
def refusals() -> Iterator[None]:
    """Run a body that reads a match; every foreseen failure becomes MatchUnreadable."""
    try:
        yield
    except MatchUnreadable:
        raise
    except msgspec.ValidationError as wrong:
        _, _, path = str(wrong).partition(" - at ")
        raise MatchUnreadable(
            "This match does not have the form we know.", path.strip("`")
        ) from wrong
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise MatchUnreadable("This is not a JSON document.") from wrong
    except RecursionError as wrong:
        raise MatchUnreadable("This document is nested too deeply.") from wrong
    except (ValueError, OverflowError, MemoryError) as wrong:
        raise MatchUnreadable("This match holds a number out of its range.") from wrong


def refuse_twice(body: bytes) -> None:
    """Refuse a document in which an object has a key twice: no reader takes the same of the two."""
    json.loads(body, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len(pairs) != len({key for key, _ in pairs}):
        raise MatchUnreadable(TWICE)
