"""How the API's own addresses answer: JSON for one reader, kept by nobody."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response


def told(page: Any, status: int = 200) -> Response:
    """Answer one program with a record."""
    response = Response(msgspec.json.encode(page), status, content_type="application/json")
    response.headers["Cache-Control"] = "private, no-store"
    return response
