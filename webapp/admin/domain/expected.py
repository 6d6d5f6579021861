"""What a form expects at a place, what stands there, and whether one fits the other."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from msgspec import inspect

EXCERPT: Final = 200
WORDS: Final[tuple[tuple[type, str], ...]] = (
    (bool, "yes or no"),
    (int, "a whole number"),
    (float, "a number"),
    (str, "text"),
    (list, "a list"),
    (dict, "an object"),
)
KINDS: Final[tuple[tuple[type, str], ...]] = (
    (inspect.DictType, "an object"),
    (inspect.BoolType, "yes or no"),
    (inspect.NoneType, "nothing"),
)
JSON_KINDS: Final[tuple[tuple[type, type], ...]] = (
    (inspect.BoolType, bool),
    (inspect.StrType, str),
    (inspect.ListType, list),
    (inspect.VarTupleType, list),
    (inspect.StructType, dict),
    (inspect.DictType, dict),
)


def fits(value: Any, expected: inspect.Type) -> bool:
    """Say whether a value is of the kind expected, whatever its bounds and parts."""
    if isinstance(expected, inspect.UnionType):
        return any(fits(value, one) for one in expected.types)
    if isinstance(expected, inspect.NoneType):
        return value is None
    if isinstance(expected, (inspect.IntType, inspect.FloatType)):
        number = int if isinstance(expected, inspect.IntType) else (int, float)
        return isinstance(value, number) and not isinstance(value, bool)
    kind = next((kind for form, kind in JSON_KINDS if isinstance(expected, form)), None)
    return kind is None or isinstance(value, kind)


def said(expected: Any) -> str:
    """Say what is expected at a place."""
    if isinstance(expected, inspect.UnionType):
        parts = [said(one) for one in expected.types if not isinstance(one, inspect.NoneType)]
        return " or ".join(dict.fromkeys(parts)) or "nothing"
    if isinstance(expected, inspect.StructType):
        return f"an object ({expected.cls.__name__})"
    if isinstance(expected, (inspect.ListType, inspect.VarTupleType, inspect.StrType)):
        word = "text" if isinstance(expected, inspect.StrType) else "a list"
        most = getattr(expected, "max_length", None)
        return word if most is None else f"{word} of at most {most:,}"
    if isinstance(expected, (inspect.IntType, inspect.FloatType)):
        return _number_said(expected)
    return next((word for form, word in KINDS if isinstance(expected, form)), "anything")


def _number_said(expected: Any) -> str:
    word = "a whole number" if isinstance(expected, inspect.IntType) else "a number"
    low = expected.ge if expected.ge is not None else expected.gt
    high = expected.le if expected.le is not None else expected.lt
    if low is None and high is None:
        return word
    if high is None:
        return f"{word} from {low:,}"
    return f"{word} from {low:,} to {high:,}" if low is not None else f"{word} up to {high:,}"


def kind_of(value: Any) -> str:
    """Say what stands at a place."""
    if value is None:
        return "nothing (null)"
    return next((word for kind, word in WORDS if isinstance(value, kind)), "something else")


def excerpt(value: Any) -> str:
    """Write what stands at a place as JSON, printable and cut short."""
    text = msgspec.json.encode(value).decode("utf-8", "replace")
    plain = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)
    return plain if len(plain) <= EXCERPT else plain[:EXCERPT] + "…"
