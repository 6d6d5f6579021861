"""How a body differs in shape from what its reader expects, place by place.

Walks along the expected form, never deeper, so a hostile body costs no more than its own size.
Fields the form does not name are no difference: readers pass them over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, get_args

import msgspec
from msgspec import inspect

from webapp.admin.domain.expected import excerpt, fits, kind_of, said

MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a body is not what was expected; `excerpt` is what stands there, cut."""

    path: str
    expected: str
    found: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A body beside a form: whether it is JSON at all, fields the form knows, differences."""

    is_json: bool
    form: str = ""
    known: int = 0
    differences: tuple[Difference, ...] = ()


def compare(body: bytes, forms: Sequence[type]) -> Compared:
    """Compare a body with the one of its possible forms it has most in common with."""
    try:
        value = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return Compared(is_json=False)
    found = [_against(value, form) for form in forms]
    return max(found, key=lambda one: one.known, default=Compared(is_json=True))


def _against(value: Any, form: type) -> Compared:
    expected = inspect.type_info(form)
    differences = tuple(islice(_walk(value, expected, "$"), MOST))
    return Compared(True, _name_of(form), _known(value, expected), differences)


def _name_of(form: type) -> str:
    """Name a form: a list by what it is of."""
    items = get_args(form)
    return f"list of {items[0].__name__}" if items else form.__name__


def _walk(value: Any, expected: inspect.Type, path: str) -> Iterator[Difference]:
    match expected:
        case inspect.UnionType():
            yield from _one_of(value, expected, path)
        case inspect.StructType() if isinstance(value, dict):
            yield from _fields(value, expected, path)
        case inspect.ListType() | inspect.VarTupleType() if isinstance(value, list):
            yield from _outside(value, expected, path)
            for number, item in enumerate(value):
                yield from _walk(item, expected.item_type, f"{path}[{number}]")
        case inspect.DictType() if isinstance(value, dict):
            for key, item in value.items():
                yield from _walk(item, expected.value_type, f"{path}.{key}")
        case _ if fits(value, expected):
            yield from _outside(value, expected, path)
        case _:
            yield Difference(path, said(expected), kind_of(value), excerpt(value))


def _one_of(value: Any, expected: inspect.UnionType, path: str) -> Iterator[Difference]:
    """Go on with the member that fits; where none does, say what would."""
    fitting = next((one for one in expected.types if fits(value, one)), None)
    if fitting is None:
        yield Difference(path, said(expected), kind_of(value), excerpt(value))
    else:
        yield from _walk(value, fitting, path)


def _fields(value: Any, expected: inspect.StructType, path: str) -> Iterator[Difference]:
    for field in expected.fields:
        here = f"{path}.{field.encode_name}"
        if field.encode_name in value:
            yield from _walk(value[field.encode_name], field.type, here)
        elif field.required:
            yield Difference(here, said(field.type), "nothing", "")


def _outside(value: Any, expected: Any, path: str) -> Iterator[Difference]:
    """Say where a value of the right kind is beyond the bounds of its place."""
    bounds = {name: getattr(expected, name, None) for name in ("ge", "gt", "le", "lt")}
    least, most = getattr(expected, "min_length", None), getattr(expected, "max_length", None)
    number = value if isinstance(value, (int, float)) else None
    length = len(value) if isinstance(value, (str, list)) else None
    beyond = number is not None and (
        (bounds["ge"] is not None and number < bounds["ge"])
        or (bounds["gt"] is not None and number <= bounds["gt"])
        or (bounds["le"] is not None and number > bounds["le"])
        or (bounds["lt"] is not None and number >= bounds["lt"])
    )
    wrong = length is not None and (length < (least or 0) or (most is not None and length > most))
    if beyond or wrong:
        held = kind_of(value) + (f" with {length:,}" if wrong else "")
        yield Difference(path, said(expected), held, excerpt(value))


def _known(value: Any, expected: inspect.Type) -> int:
    """Count the fields of a form a body has, the first item of a list standing for all."""
    match expected:
        case inspect.UnionType():
            return max((_known(value, one) for one in expected.types), default=0)
        case inspect.StructType() if isinstance(value, dict):
            here = [one for one in expected.fields if one.encode_name in value]
            return sum(1 + _known(value[one.encode_name], one.type) for one in here)
        case inspect.ListType() | inspect.VarTupleType() if isinstance(value, list) and value:
            return _known(value[0], expected.item_type)
    return 0
