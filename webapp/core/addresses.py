"""The addresses of the page being answered: its own, its twin for programs, others in its form."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from flask import request

from webapp.core.problems import BELOW, is_api
from webapp.core.settings import current_settings

PLAIN: Final = "/:@!$&'()*+,;=~"
"""What may stand in a path as it is, beside letters and digits."""


def same_form(path: str) -> str:
    """Give the address of another page in the form this request asked for."""
    if is_api():
        return BELOW + path
    return f"{path}.json" if request.path.endswith(".json") else path


def canonical_url() -> str:
    """Give this page's one address, without the moment or filter chosen on it."""
    return current_settings().public_url + _written()


def json_url() -> str:
    """Give the address of this page's JSON twin, query kept."""
    path = "/index" if request.path == "/" else _written().rstrip("/")
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return f"{path}.json{query}"


def _written() -> str:
    """Give this page's path as it stands in an address."""
    return quote(urlsplit(request.path).path, safe=PLAIN)
