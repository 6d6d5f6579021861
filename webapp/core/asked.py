"""How whoever asked for work is answered: a page leads a reader on, a program is told where it is.

Knows no work: what was asked for is named by the address of its page alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, cast

import msgspec
from flask import Response, redirect

from webapp.core.pages import JSON, PRIVATE
from webapp.core.problems import BELOW, is_api

JOBS: Final = "/jobs/"
LISTED: Final = f"{BELOW}/jobs"


@dataclass(frozen=True, slots=True)
class Asked:
    """Work that was asked for: its id, where to look how far it is, the page for people."""

    id: str
    url: str
    page_url: str


@dataclass(frozen=True, slots=True)
class AskedMany:
    """How many pieces of work were asked for, where they are listed, the page for people."""

    asked: int
    url: str
    page_url: str


def accept_run(page_url: str) -> Response:
    """Answer a program with one piece of work, named by its page."""
    url = BELOW + page_url
    return _accepted(url, Asked(page_url.removeprefix(JOBS), url, page_url))


def lead_on(page_url: str, *, asked: int) -> Response:
    """Lead a reader back to the page they asked for so much on; tell a program how much it is."""
    if is_api():
        told = AskedMany(asked, LISTED, page_url.partition("#")[0])
        return _accepted(LISTED, told)
    return cast("Response", redirect(page_url, 303))


def _accepted(url: str, told: Any) -> Response:
    response = Response(msgspec.json.encode(told), 202, content_type=JSON)
    response.headers.update({"Location": url, "Cache-Control": PRIVATE})
    return response
