"""A record with some fields changed, of whichever kind it is (`copy.replace` is of Python 3.13)."""

import dataclasses
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def replace(record: T, **changes: Any) -> T:
    """Give a copy of a dataclass or a struct with these fields in place of its own."""
    if isinstance(record, msgspec.Struct):
        return msgspec.structs.replace(record, **changes)
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
