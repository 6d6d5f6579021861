"""What is known of one address of the API, said beside it and read by the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
NAME: Final = "api_v1"
"""What the endpoints of the API begin with."""
SAID: Final = "guildhall_api"
Opens = Literal["", "read", "jobs", "account:read", "personal", "refresh", "grown"]
"""What opens an address: nothing, a scope, or one kind of token alone."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an address answers and takes; `problems` are those beside the usual ones.

    `file` says what is brought in the field of a form that is called so.
    """

    page: type[Any] | None
    status: int = 200
    query: tuple[str, ...] = ()
    body: type[Any] | None = None
    file: str = ""
    opens: Opens = ""
    partly: bool = False
    problems: tuple[int, ...] = ()
    leads_on: bool = False


def documented(said: Said) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Say what an address of the API's own answers and takes."""

    def noted(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, SAID, said)
        return view

    return noted


def said_of(view: Callable[..., Any]) -> Said | None:
    """Give what is said of an address, if anything."""
    found: Said | None = getattr(view, SAID, None)
    return found
