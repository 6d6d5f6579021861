"""What an upstream answers: a status, headers and a body, before any fault touches it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

WEEK_S = 604_800
NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; byte_fault names what the socket should do to it."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    byte_fault: str | None = None

    def plus(self, **headers: str) -> "Reply":
        """Give the same reply with more headers; underscores become dashes."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **more})

    @property
    def line(self) -> str:
        """Status line as WSGI wants it."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"


def json_reply(value: Any, *, max_age_s: int = 300) -> Reply:
    """Give a good answer that may be cached."""
    body = json.dumps(value, separators=(",", ":")).encode()
    return data_reply(body, "application/json", max_age_s=max_age_s)


def data_reply(body: bytes, content_type: str, *, max_age_s: int = WEEK_S) -> Reply:
    """Bytes that may be cached."""
    headers = {"Content-Type": content_type, "Cache-Control": f"public, max-age={max_age_s}"}
    return Reply(200, body, headers)


def error_reply(status: int, sentence: str) -> Reply:
    """Give the API's error shape, never cached."""
    body = json.dumps({"status": status, "error": sentence}, separators=(",", ":")).encode()
    return Reply(status, body, {"Content-Type": "application/json", **NO_STORE})
