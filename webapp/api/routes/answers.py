"""How the API's own addresses answer: JSON for one reader, kept by nobody; lists with links."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import msgspec
from flask import Response, request

from webapp.core.settings import current_settings


def told(page: Any, status: int = 200) -> Response:
    """Answer one program with a record."""
    response = Response(msgspec.json.encode(page), status, content_type="application/json")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def linked(response: Response, cursor: str, limit: int) -> Response:
    """Name the next page of a list and the first one (RFC 8288)."""
    links = [_link("first", {"limit": limit})]
    if cursor:
        links.insert(0, _link("next", {"limit": limit, "cursor": cursor}))
    response.headers["Link"] = ", ".join(links)
    return response


def _link(rel: str, query: dict[str, object]) -> str:
    return f'<{current_settings().public_url}{request.path}?{urlencode(query)}>; rel="{rel}"'
