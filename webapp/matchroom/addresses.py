"""Addresses of a room's pages by their kind, counted and in parts: for whoever lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from webapp.core.db import db
from webapp.matchroom.shelf import Shelf

AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Addresses:
    """All pages of one kind.

    `size` counts them and says when the newest of them changed; `pages` gives paths with the
    moment each changed, in an order that lasts: how many to pass over, and how many to give.
    """

    name: str
    size: Callable[[], tuple[int, datetime | None]]
    pages: Callable[[int, int], Iterator[tuple[str, datetime | None]]]


def match_addresses(shelf: Shelf[Any, Any], url_of: Callable[[Any], str]) -> Addresses:
    """List the matches kept here, samples left out."""
    row = shelf.row
    return table_addresses(
        "matches", (row.match_id,), row.saved_at, url_of, row.provenance != "generated"
    )


def table_addresses(
    name: str,
    key: tuple[Any, ...],
    changed_at: Any,
    url_of: Callable[..., str],
    *which: ColumnElement[bool],
) -> Addresses:
    """List the rows of a table: `key` is what an address is made of, in order. A query for each."""

    def size() -> tuple[int, datetime | None]:
        query = select(func.count(), func.max(changed_at)).select_from(key[0].class_).where(*which)
        count, newest = db.session.execute(query).one()
        return count, newest

    def pages(first: int, most: int) -> Iterator[tuple[str, datetime | None]]:
        query = select(*key, changed_at).where(*which).order_by(*key).offset(first).limit(most)
        for *parts, at in db.session.execute(query.execution_options(yield_per=AT_ONCE)):
            yield url_of(*parts), at

    return Addresses(name, size, pages)


def named_addresses(
    name: str,
    named: Callable[[], Mapping[int, Any]],
    changed_at: Callable[[], datetime | None],
    url: str,
) -> Addresses:
    """List what a game has names of, such as its heroes; their pages lie below `url`."""

    def pages(first: int, most: int) -> Iterator[tuple[str, datetime | None]]:
        at = changed_at()
        for key in sorted(named())[first : first + most]:
            yield f"{url}/{key}", at

    return Addresses(name, lambda: (len(named()), changed_at()), pages)
