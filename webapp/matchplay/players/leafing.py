"""A long list, leaf by leaf: which part is shown, and the numbers of those that can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One leaf of a list; None among `numbers` stands for those left out."""

    page: int
    shown: Sequence[T]
    said: str
    numbers: tuple[int | None, ...]
    urls: dict[int, str]


def leaf_of(
    chosen: Sequence[T], page: int, rows: int, *, url: Callable[[int], str], nothing: str
) -> Leaf[T]:
    """Give the leaf asked for, or the nearest there is; `nothing` says that the list is empty."""
    pages = max(1, ceil(len(chosen) / rows))
    page = min(max(page, 1), pages)
    first = (page - 1) * rows
    shown = chosen[first : first + rows]
    said = f"{first + 1} to {first + len(shown)} of {len(chosen):,}" if chosen else nothing
    urls = {number: url(number) for number in range(1, pages + 1)}
    return Leaf(page, shown, said, _numbers(page, pages), urls)


def _numbers(page: int, pages: int) -> tuple[int | None, ...]:
    near = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    numbers: list[int | None] = []
    for number in near:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)
