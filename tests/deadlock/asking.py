"""Asking a match's pages as a program does: the JSON twin of a page, the rows of a table."""

from __future__ import annotations

from typing import Any, Protocol

from flask.testing import FlaskClient

from tests.deadlock.kept import PATH


class Told(Protocol):
    """Reads a page of the kept match, or of the match at `path`."""

    def __call__(self, client: FlaskClient, query: str = "", path: str = PATH) -> dict[str, Any]:
        """Give the page's fields."""


def asking(tail: str) -> Told:
    """Give a way to read the page at this place beneath a match."""

    def told(client: FlaskClient, query: str = "", path: str = PATH) -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"{path}{tail}.json{query}").json
        return found

    return told
