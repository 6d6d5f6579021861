"""Equality for records that hold arrays; a plain dataclass would compare them wrongly."""

from dataclasses import fields
from typing import ClassVar

import numpy as np


class ArrayRecord:
    """Two records are equal when every field is, arrays by shape, type and content."""

    __slots__ = ()
    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        names = [field.name for field in fields(self)]  # type: ignore[arg-type]
        return all(_same(getattr(self, name), getattr(other, name)) for name in names)


def _same(left: object, right: object) -> bool:
    if not isinstance(left, np.ndarray):
        return left == right
    if not isinstance(right, np.ndarray) or left.dtype != right.dtype:
        return False
    return np.array_equal(left, right)
