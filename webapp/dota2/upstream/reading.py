"""Reading a reply in the form agreed; anything else is a drift and keeps its body."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from webapp.core.http import Reply
from webapp.core.upstream_errors import NotFound

Typed = TypeVar("Typed")
MOST_ID = 2**63 - 1
MOST_ACCOUNT = 2**32 - 1
TROUBLE = (msgspec.DecodeError, RecursionError, UnicodeDecodeError)


def read(reply: Reply, form: type[Typed], label: str) -> Typed:
    """Give a reply in its form; numbers written as text are read too."""
    try:
        return msgspec.json.decode(reply.body, type=form, strict=False)
    except TROUBLE:
        raise reply.drifted(f"{label} sent something in a new form.") from None


def numbered(number: int, most: int = MOST_ID) -> int:
    """Give an id that could be one; raises NotFound."""
    if not 0 < number <= most:
        raise NotFound("There is no such number.")
    return number
