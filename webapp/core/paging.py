"""Where a list goes on, told to programs in Link (RFC 8288), the same way for every list.

A list has numbered pages, or goes on from a place; pages for people know their neighbours'
addresses already, and of those the query counts, put behind the address that was asked for.
Whole pages for people bear no such header: some browsers fetch a `next` nobody clicked on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import request

from webapp.core.pages import wanted_kind
from webapp.core.settings import current_settings

PLACES: Final = frozenset({"before", "cursor", "page"})
"""Words of a query that say which part of a list is meant."""
Asked = Iterable[tuple[str, str]]


def is_paged(words: Collection[str]) -> bool:
    """Say whether a view that reads these words of a query gives a list part by part."""
    return not PLACES.isdisjoint(words)


def numbered(page: int, urls: Mapping[int, str]) -> dict[str, str]:
    """Link one of the numbered pages with the first, the last and those beside it."""
    ways = {"first": 1, "prev": page - 1, "next": page + 1, "last": max(urls)}
    return _link({rel: _asked(urls[number]) for rel, number in ways.items() if number in urls})


def continued(next_url: str) -> dict[str, str]:
    """Link a part of a list with the first one, and with the next unless that is empty."""
    asked = _asked(next_url) if next_url else list(request.args.items())
    ways = {"first": [word for word in asked if word[0] not in PLACES]}
    return _link(ways | ({"next": asked} if next_url else {}))


def _asked(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query)


def _link(ways: Mapping[str, Asked]) -> dict[str, str]:
    if wanted_kind() != "json":
        return {}
    here = current_settings().public_url + request.path
    told = (f'<{here}{_query(asked)}>; rel="{rel}"' for rel, asked in ways.items())
    return {"Link": ", ".join(told)}


def _query(asked: Asked) -> str:
    said = urlencode(list(asked))
    return f"?{said}" if said else ""
