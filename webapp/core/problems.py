"""What goes wrong below /api/v1, told to a program as RFC 9457 has it.

Knows which addresses are the API's; the sentences are those a reader would get.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec
from flask import Response, request

BELOW: Final = "/api/v1"
PROBLEM_JSON: Final = "application/problem+json"
UNKNOWN: Final = 401
CHALLENGES: Final = {
    UNKNOWN: 'Bearer realm="Guildhall"',
    403: 'Bearer realm="Guildhall", error="insufficient_scope"',
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request was not answered; `instance` is the address that was asked for."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str


def is_api() -> bool:
    """Say whether this request came to an address of the API."""
    return request.path == BELOW or request.path.startswith(f"{BELOW}/")


def send_problem(
    status: int, title: str, detail: str, request_id: str, headers: Mapping[str, str]
) -> Response:
    """Answer a program with what went wrong; nobody keeps it."""
    problem = Problem(f"/api#problem-{status}", title, status, detail, request.path, request_id)
    response = Response(msgspec.json.encode(problem), status, content_type=PROBLEM_JSON)
    response.headers["Cache-Control"] = "no-store"
    if status in CHALLENGES and (status == UNKNOWN or "Authorization" in request.headers):
        response.headers["WWW-Authenticate"] = CHALLENGES[status]
    response.headers.update(headers)
    return response
