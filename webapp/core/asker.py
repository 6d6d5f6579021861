"""Who is behind a request, for what counts requests and notes who asked for work.

Knows no account: whoever knows them names the function that tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, has_request_context

EXTENSION = "guildhall.asker"


@dataclass(frozen=True, slots=True)
class Asker:
    """An account, as `account:7`, and the token it used, if it used one, as `token:3`."""

    account: str
    token: str = ""


def name_asker(app: Flask, teller: Callable[[], Asker | None]) -> None:
    """Name the function that says who is behind the present request."""
    app.extensions[EXTENSION] = teller


def asker() -> Asker | None:
    """Give who is behind the present request; None for nobody known, and outside of requests."""
    if not has_request_context():
        return None
    teller = cast("Callable[[], Asker | None] | None", current_app.extensions.get(EXTENSION))
    return teller() if teller else None
