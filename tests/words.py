"""Which terms of a game its pages lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flask.testing import FlaskClient

OF_NO_RULE = frozenset({"finding-worth", "finding-role"})


def linked_words(client: FlaskClient, room: str, addresses: Iterable[str]) -> set[str]:
    """Give the keys of all terms that pages of a room lead to; every page must be there."""
    found: set[str] = set()
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200, address
        found |= words_in(room, page.text)
    return found


def words_in(room: str, text: str) -> set[str]:
    """Give the keys of the terms a text leads to."""
    return set(re.findall(rf'href="/{room}/method#([a-z0-9-]+)"', text))


def of_rules(keys: Iterable[str]) -> set[str]:
    """Give the keys of what finding rules look for: few matches have a finding of each."""
    return {key for key in keys if key.startswith("finding-")} - OF_NO_RULE
